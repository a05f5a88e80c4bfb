using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Calls;

namespace PayPage.UseCases.Calls;

/// <summary>After a call was worked on: keeps what was answered, or lets it go so that it can be tried again at once.</summary>
internal sealed class KeepAnswer(WriteSeam write, IAnswerVault vault)
{
    /// <summary>Without effect where somebody took the call over meanwhile: his answer counts.</summary>
    public async Task HandleAsync(KeptCallId id, int leaseNo, CallAnswer answer, CancellationToken ct)
    {
        var body = vault.Seal(answer.Body);

        await write.RunAsync(
            (unit, token) => Mine(unit, id, leaseNo).ExecuteUpdateAsync(
                set => set
                    .SetProperty(c => c.Status, answer.Status)
                    .SetProperty(c => c.ContentType, answer.ContentType)
                    .SetProperty(c => c.Location, answer.Location)
                    .SetProperty(c => c.Tag, answer.Tag)
                    .SetProperty(c => c.Body, body)
                    .SetProperty(c => c.LeasedUntil, (DateTimeOffset?)null),
                token),
            ct);
    }

    /// <summary>It failed on our side. The row stays, and with it the id under which something may have been made.</summary>
    public Task LetGoAsync(KeptCallId id, int leaseNo, CancellationToken ct) => write.RunAsync(
        (unit, token) => Mine(unit, id, leaseNo).ExecuteUpdateAsync(set => set.SetProperty(c => c.LeasedUntil, (DateTimeOffset?)null), token), ct);

    private static IQueryable<KeptCall> Mine(Unit unit, KeptCallId id, int leaseNo) =>
        unit.Db.KeptCalls.Where(c => c.Id == id && c.LeaseNo == leaseNo && c.Status == null);
}
