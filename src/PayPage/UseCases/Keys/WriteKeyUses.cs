using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.UseCases.Keys;

/// <summary>Writes down when keys were last used: for colleagues, who want to know which of them can go. Whatever fails is lost; nothing depends on it.</summary>
internal sealed class WriteKeyUses(WriteSeam write, KeyUses uses)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        var waiting = uses.Take();

        if (waiting.Count == 0)
        {
            return;
        }

        await write.RunAsync(
            async (unit, token) =>
            {
                foreach (var (key, at) in waiting)
                {
                    // Not back: another node may have seen it later.
                    await unit.Db.ApiKeys.Where(k => k.Id == key && (k.LastUsedAt == null || k.LastUsedAt < at))
                        .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, at), token);
                }
            },
            ct);
    }
}
