using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Somebody wants to know at once whether books and processor agree. May be repeated.</summary>
internal sealed class CompareNow(PayPageDbContext db, CompareAccount compare, TimeProvider clock)
{
    // Around one movement: see LookForOurs.
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(10);

    /// <summary>All accounts of the caller in his mode, from the day before the day before yesterday until now.</summary>
    /// <returns>One for each account that has ever been in use.</returns>
    public async Task<IReadOnlyList<ComparisonReport>> HandleAsync(Merchant merchant, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var window = ComparedDays.Usual(now, merchant.Zone) with { To = now };
        var reports = new List<ComparisonReport>();

        foreach (var account in await InUse(db.Accounts.Where(a => a.MerchantId == caller.MerchantId && a.Mode == caller.Mode), window).ToListAsync(ct))
        {
            reports.Add(await compare.HandleAsync(account, window, caller.Actor, ct));
        }

        return reports;
    }

    /// <summary>Asks about one difference alone.</summary>
    /// <returns>Null when this merchant has no such difference; false when the processor did not say.</returns>
    public async Task<bool?> AskAsync(DifferenceId id, Caller caller, CancellationToken ct)
    {
        if (await db.Differences.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.MerchantId == caller.MerchantId && d.Mode == caller.Mode, ct) is not { } difference)
        {
            return null;
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == difference.AccountId, ct);
        var report = await compare.HandleAsync(account, new StatementWindow(difference.At - Around, difference.At + Around), caller.Actor, ct);
        return report.Run.Outcome != ComparisonOutcome.NotCompared;
    }

    /// <summary>Accounts through which money may have moved then. What was closed long ago is asked no more.</summary>
    public static IQueryable<ProcessorAccount> InUse(IQueryable<ProcessorAccount> accounts, StatementWindow window)
    {
        var oldest = window.From - TimeSpan.FromDays(30);
        return accounts.AsNoTracking().Where(a => !a.IsDraft && (a.ClosedAt == null || a.ClosedAt > oldest)).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id);
    }
}

/// <summary>Which days are compared, at the merchant's place.</summary>
internal static class ComparedDays
{
    private const int Back = 3;
    private static readonly TimeOnly Night = new(2, 30);

    /// <summary>Yesterday and the two days before: each day is compared three times, so that what came late is seen.</summary>
    public static StatementWindow Usual(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalTime.DayOf(now, zone);
        return Of(today.AddDays(-Back), today.AddDays(-1), zone);
    }

    /// <param name="to">Inclusive.</param>
    public static StatementWindow Of(DateOnly from, DateOnly to, TimeZoneInfo zone) =>
        new(LocalTime.InstantOf(from, TimeOnly.MinValue, zone), LocalTime.InstantOf(to.AddDays(1), TimeOnly.MinValue, zone));

    /// <summary>The next half past two at night.</summary>
    public static DateTimeOffset NextNight(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalTime.InstantOf(LocalTime.DayOf(now, zone), Night, zone);
        return today > now ? today : LocalTime.InstantOf(LocalTime.DayOf(now, zone).AddDays(1), Night, zone);
    }
}
