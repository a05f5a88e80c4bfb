using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>Which currencies a merchant's invoices have: one seek in an index for each, however many invoices there are. Reads only.</summary>
internal sealed class FindCurrencies(PayPageDbContext db)
{
    /// <returns>By code.</returns>
    public async Task<IReadOnlyList<Currency>> HandleAsync(Caller caller, CancellationToken ct)
    {
        var all = db.Invoices.Where(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode).OrderBy(i => i.Currency).Select(i => (Currency?)i.Currency);
        var found = new List<Currency>();

        for (var next = await all.FirstOrDefaultAsync(ct); next is { } known; next = await all.Where(c => c > known).FirstOrDefaultAsync(ct))
        {
            found.Add(known);
        }

        return found;
    }
}
