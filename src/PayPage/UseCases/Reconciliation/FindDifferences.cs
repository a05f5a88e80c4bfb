using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Home;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Whether books and processor differ in anything that waits for somebody. Reads only.</summary>
internal sealed class FindDifferences(PayPageDbContext db)
{
    /// <returns>One or none: how many there are, since when.</returns>
    public async Task<IReadOnlyList<Worry.MoneyDiffers>> HandleAsync(Caller caller, CancellationToken ct)
    {
        var open = await db.Differences
            .Where(d => d.MerchantId == caller.MerchantId && d.Mode == caller.Mode && d.State == DifferenceState.Open)
            .GroupBy(d => d.Kind)
            .Select(g => new { Kind = g.Key, Count = g.Count(), Since = g.Min(d => d.FirstSeen) })
            .ToListAsync(ct);

        return open.Count == 0 ? [] : [new Worry.MoneyDiffers(Count(ours: false), Count(ours: true), open.Min(o => o.Since))];

        int Count(bool ours) => open.Where(o => DifferenceTransitions.Ours.Contains(o.Kind) == ours).Sum(o => o.Count);
    }
}
