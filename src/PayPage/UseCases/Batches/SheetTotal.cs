using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>What the good rows of a file come to in one currency.</summary>
/// <param name="Count">How many invoices.</param>
internal sealed record SheetTotal(Money Sum, int Count)
{
    /// <summary>Each currency by itself, in the order of their codes. Reads only.</summary>
    /// <param name="id">Of a file that is known to be the caller's.</param>
    public static async Task<IReadOnlyList<SheetTotal>> OfAsync(PayPageDbContext db, BatchId id, CancellationToken ct)
    {
        var totals = await db.BatchRows.AsNoTracking()
            .Where(r => r.BatchId == id && r.Total != null && (r.State == BatchRowState.Good || r.State == BatchRowState.Created))
            .GroupBy(r => r.Currency)
            .Select(same => new { Currency = same.Key, Count = same.Count(), Sum = same.Sum(r => r.Total!.Value) })
            .ToListAsync(ct);

        return [.. totals.Where(t => t.Currency is not null).Select(t => new SheetTotal(new Money(t.Sum, t.Currency!.Value), t.Count)).OrderBy(t => t.Sum.Currency.Code)];
    }
}
