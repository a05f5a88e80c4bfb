using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Home;

/// <summary>How a merchant stands: what is to come, what of it is late, what came this month. Each currency for itself. Reads only.</summary>
internal sealed class SumInvoices(PayPageDbContext db)
{
    /// <param name="today">The date at the merchant's place.</param>
    /// <param name="zone">The merchant's: a month begins at midnight there.</param>
    /// <returns>By code; only currencies of which there is anything to tell.</returns>
    public async Task<IReadOnlyList<Standing>> HandleAsync(Caller caller, DateOnly today, TimeZoneInfo zone, CancellationToken ct)
    {
        var month = LinkLifetime.EndOf(today.AddDays(-today.Day), zone);

        // What it asks for stands in the index by sums, currency by currency: no invoice is fetched.
        var open = await db.Invoices
            .Where(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && InvoiceTransitions.Payable.Contains(i.Stage) && i.Paid < i.Total)
            .GroupBy(i => i.Currency)
            .Select(g => new
            {
                Currency = g.Key,
                Due = g.Sum(i => i.Total - i.Paid),
                Count = g.Count(),
                Late = g.Sum(i => i.DueDate < today ? i.Total - i.Paid : 0),
                LateCount = g.Sum(i => i.DueDate < today ? 1 : 0),
            })
            .ToListAsync(ct);
        var paid = await db.Payments
            .Where(p => p.MerchantId == caller.MerchantId && p.Mode == caller.Mode && p.Status == PaymentStatus.Succeeded && p.SettledAt >= month)
            .GroupBy(p => p.Amount.Currency)
            .Select(g => new { Currency = g.Key, Sum = g.Sum(p => p.Amount.Minor), Count = g.Count() })
            .ToListAsync(ct);

        var standings =
            from currency in open.Select(o => o.Currency).Union(paid.Select(p => p.Currency))
            orderby currency.Code
            let due = open.SingleOrDefault(o => o.Currency == currency)
            let came = paid.SingleOrDefault(p => p.Currency == currency)
            select new Standing(
                new Tally(new Money(due?.Due ?? 0, currency), due?.Count ?? 0),
                new Tally(new Money(due?.Late ?? 0, currency), due?.LateCount ?? 0),
                new Tally(new Money(came?.Sum ?? 0, currency), came?.Count ?? 0));

        return [.. standings];
    }
}

/// <param name="Outstanding">What is due of invoices that may be paid.</param>
/// <param name="Overdue">What of it is late.</param>
/// <param name="Paid">What came since the month began at the merchant's place, whatever went back later.</param>
internal sealed record Standing(Tally Outstanding, Tally Overdue, Tally Paid);

/// <param name="Count">Of how many invoices, or payments.</param>
internal sealed record Tally(Money Sum, int Count);
