using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Home;

/// <summary>How many invoices went out, how many links were opened and how many payments came, day by day at the merchant's place. Reads only.</summary>
internal sealed class CountDays(PayPageDbContext db)
{
    /// <param name="days">How many, the last of them today.</param>
    /// <param name="today">The date at the merchant's place.</param>
    /// <returns>One for each day, the oldest first.</returns>
    public async Task<IReadOnlyList<DayCount>> HandleAsync(int days, Caller caller, DateOnly today, TimeZoneInfo zone, CancellationToken ct)
    {
        var first = today.AddDays(1 - days);
        var since = LinkLifetime.EndOf(first.AddDays(-1), zone);
        var sent = await ByDayAsync(AuditKind.InvoiceSent);
        var opened = await ByDayAsync(AuditKind.LinkOpened);
        var paid = await ByDayAsync(AuditKind.PaymentSucceeded);

        return [.. Enumerable.Range(0, days).Select(first.AddDays).Select(day => new DayCount(day, sent[day].Count(), opened[day].Count(), paid[day].Count()))];

        // Days are the merchant's and have 23 to 25 hours; no database knows which. So the instants are fetched, and of these kinds there are few.
        async Task<ILookup<DateOnly, DateTimeOffset>> ByDayAsync(AuditKind kind) => (await db.Audit
                .Where(e => e.MerchantId == caller.MerchantId && e.Mode == caller.Mode && e.Kind == kind && e.At >= since)
                .Select(e => e.At)
                .ToListAsync(ct))
            .ToLookup(at => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));
    }
}

/// <param name="Opened">Links that a person opened for the first time.</param>
internal sealed record DayCount(DateOnly Day, int Sent, int Opened, int Paid);
