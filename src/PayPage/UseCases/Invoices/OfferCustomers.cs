using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Customers;

namespace PayPage.UseCases.Invoices;

/// <summary>Customers to choose from while an invoice is written: the newest. Reads only.</summary>
internal sealed class OfferCustomers(PayPageDbContext db)
{
    /// <summary>More than this nobody looks through; the list of customers has a search and leads to the form, too.</summary>
    private const int Most = 100;

    /// <returns>By name; empty for a merchant who is new.</returns>
    public async Task<IReadOnlyList<Choice>> HandleAsync(Caller caller, CancellationToken ct)
    {
        var latest = await db.Customers.AsNoTracking().Where(c => c.MerchantId == caller.MerchantId)
            .OrderByDescending(c => c.CreatedAt).Take(Most)
            .Select(c => new { c.Id, c.Name, c.CompanyName, c.Email, c.MerchantCustomerId })
            .ToListAsync(ct);

        return
        [
            .. from c in latest
               let name = string.Join(", ", new[] { c.Name, c.CompanyName, c.Email, c.MerchantCustomerId }.OfType<string>())
               where name.Length > 0
               orderby name
               select new Choice(c.Id, name),
        ];
    }

    internal sealed record Choice(CustomerId Id, string Name);
}
