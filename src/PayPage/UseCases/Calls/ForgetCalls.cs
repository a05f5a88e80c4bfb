using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Calls;

namespace PayPage.UseCases.Calls;

/// <summary>Removes answers that are kept long enough, and signatures that are worthless by their date. Safe to repeat, on any number of nodes.</summary>
internal sealed class ForgetCalls(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    // Bodies may be large: a unit that removes a day's would hold up others.
    private const int AtOnce = 500;

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = now - KeptCall.Kept;

        if (!await db.KeptCalls.AnyAsync(c => c.CameAt < before, ct) && !await db.SpentSignatures.AnyAsync(s => s.ExpiresAt < now, ct))
        {
            return false;
        }

        return await write.RunAsync(
            async (unit, token) =>
            {
                var calls = await unit.Db.KeptCalls.Where(c => c.CameAt < before).OrderBy(c => c.CameAt).Select(c => c.Id).Take(AtOnce).ToListAsync(token);
                await unit.Db.KeptCalls.Where(c => calls.Contains(c.Id)).ExecuteDeleteAsync(token);
                var signatures = await unit.Db.SpentSignatures.Where(s => s.ExpiresAt < now).OrderBy(s => s.ExpiresAt).Select(s => s.Id).Take(AtOnce).ToListAsync(token);
                await unit.Db.SpentSignatures.Where(s => signatures.Contains(s.Id)).ExecuteDeleteAsync(token);
                return calls.Count == AtOnce || signatures.Count == AtOnce;
            },
            ct);
    }
}
