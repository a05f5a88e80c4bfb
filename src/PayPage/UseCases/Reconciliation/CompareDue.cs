using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Compares each account with its processor once a night, at the merchant's place. What could not be compared is tried again in an hour.</summary>
internal sealed class CompareDue(PayPageDbContext db, WriteSeam write, CompareAccount compare, TimeProvider clock)
{
    internal static readonly TimeSpan AgainAfter = TimeSpan.FromHours(1);

    /// <returns>How many accounts were compared. Several nodes may run it at once: each account is compared by one.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await CompareNow.InUse(db.Accounts.Where(a => a.CompareNextAt == null || a.CompareNextAt <= now), new(now, now)).ToListAsync(ct);
        var compared = 0;

        foreach (var account in due)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Merchants.Where(m => m.Id == account.MerchantId).Select(m => m.TimeZone).SingleAsync(ct));

            // A new account has its first night before it: there is nothing to compare yet.
            if (!await SetAsync(account.Id, account.CompareNextAt, ComparedDays.NextNight(now, zone), ct) || account.CompareNextAt is null)
            {
                continue;
            }

            var report = await compare.HandleAsync(account, ComparedDays.Usual(now, zone), Actor.System, ct);
            compared++;

            if (report.Run.Outcome == ComparisonOutcome.NotCompared)
            {
                await SetAsync(account.Id, ComparedDays.NextNight(now, zone), now + AgainAfter, ct);
            }
        }

        return compared;
    }

    private Task<bool> SetAsync(ProcessorAccountId id, DateTimeOffset? from, DateTimeOffset to, CancellationToken ct) => write.RunAsync(
        async (unit, token) => await unit.Db.Accounts
            .Where(a => a.Id == id && a.CompareNextAt == from)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.CompareNextAt, to), token) == 1,
        ct);
}
