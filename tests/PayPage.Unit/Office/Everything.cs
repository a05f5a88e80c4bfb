using Microsoft.EntityFrameworkCore;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>How much there is of all that a form could change: what must be the same after something that changes nothing.</summary>
internal static class Everything
{
    public static async Task<IReadOnlyList<long>> OfAsync(RunningSite site, CancellationToken ct)
    {
        await using var db = site.OpenDatabase();
        return
        [
            await db.Invoices.CountAsync(ct), await db.Invoices.SumAsync(i => i.Version, ct), await db.Customers.CountAsync(ct),
            await db.Customers.SumAsync(c => c.Version, ct), await db.Links.CountAsync(ct), await db.Payments.CountAsync(ct),
            await db.InvoiceNotes.CountAsync(ct), await db.Memberships.SumAsync(m => m.Version + 1, ct), await db.Invitations.SumAsync(i => i.Version + 1, ct),
            await db.Endpoints.SumAsync(e => e.Version + 1, ct), await db.Differences.SumAsync(d => d.Version, ct), await db.Comparisons.CountAsync(ct),
            await db.ApiKeys.SumAsync(k => k.Version + 1, ct),
        ];
    }
}
