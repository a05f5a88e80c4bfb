using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>The rows whose turn it is, invoice by invoice.</summary>
internal static class NextRows
{
    /// <param name="most">How many rows at least, where there are as many: the last invoice is taken whole.</param>
    /// <returns>Tracked; the rows of one invoice together, in order. Empty when none is left.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<BatchRow>>> OfAsync(PayPageDbContext db, Batch batch, int most, CancellationToken ct)
    {
        var rest = db.BatchRows.Where(r => r.BatchId == batch.Id && r.Line > batch.DoneLine);
        var wanted = batch.Stage == BatchStage.Processing ? rest.Where(r => r.State == BatchRowState.Good) : rest;
        var rows = await wanted.OrderBy(r => r.Line).Take(most).ToListAsync(ct);

        if (rows.Count == most)
        {
            var last = rows[^1];
            rows.AddRange(await wanted.Where(r => r.HeadLine == last.HeadLine && r.Line > last.Line).OrderBy(r => r.Line).ToListAsync(ct));
        }

        return [.. rows.GroupBy(row => row.HeadLine).Select(same => (IReadOnlyList<BatchRow>)[.. same])];
    }
}
