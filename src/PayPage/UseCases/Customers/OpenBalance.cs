using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Customers;

/// <summary>What customers still owe, per currency: sums of two currencies are never one figure.</summary>
/// <param name="Invoices">How many invoices are open.</param>
/// <param name="Due">One sum for each currency, by its code.</param>
internal sealed record OpenBalance(int Invoices, IReadOnlyList<Money> Due)
{
    public static readonly OpenBalance None = new(0, []);

    /// <returns>Those who owe something.</returns>
    public static async Task<IReadOnlyDictionary<CustomerId, OpenBalance>> OfAsync(
        PayPageDbContext db, IReadOnlyList<CustomerId> customers, Caller caller, CancellationToken ct)
    {
        var sums = await db.Invoices
            .Where(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && customers.Contains(i.CustomerId))
            .Where(i => InvoiceTransitions.Payable.Contains(i.Stage) && i.Total > i.Paid)
            .GroupBy(i => new { i.CustomerId, i.Currency })
            .Select(open => new { open.Key.CustomerId, open.Key.Currency, Invoices = open.Count(), Due = open.Sum(i => i.Total - i.Paid) })
            .ToListAsync(ct);

        return sums.GroupBy(sum => sum.CustomerId).ToDictionary(
            own => own.Key,
            own => new OpenBalance(
                own.Sum(sum => sum.Invoices),
                [.. own.OrderBy(sum => sum.Currency.Code, StringComparer.Ordinal).Select(sum => new Money(sum.Due, sum.Currency))]));
    }
}
