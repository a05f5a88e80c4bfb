using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.UseCases.Batches;

/// <summary>One file of invoices, as far as it has come: what it comes to, and its rows a page at a time. Reads only.</summary>
internal sealed class ShowBatch(PayPageDbContext db)
{
    public const int RowsPerPage = 50;

    /// <param name="states">Which rows are wanted; empty: all.</param>
    /// <param name="after">The last line of the page before; 0 for the first.</param>
    /// <returns>Null when the merchant has no such file in this mode.</returns>
    public async Task<View?> HandleAsync(BatchId id, IReadOnlyList<BatchRowState> states, int after, Caller caller, CancellationToken ct)
    {
        if (await FindAsync(id, caller, ct) is not { } batch)
        {
            return null;
        }

        var mine = db.BatchRows.AsNoTracking().Where(r => r.BatchId == id);
        var wanted = states.Count == 0 ? mine : mine.Where(r => states.Contains(r.State));
        var rows = await wanted.Where(r => r.Line > after).OrderBy(r => r.Line).Take(RowsPerPage + 1).ToListAsync(ct);

        return new View(
            batch,
            [.. rows.Take(RowsPerPage)],
            rows.Count > RowsPerPage ? rows[RowsPerPage - 1].Line : null,
            await SheetTotal.OfAsync(db, id, ct),
            batch.Header.Count == 0 ? null : RowBench.ColumnsOf(batch));
    }

    /// <returns>Null when the merchant has no such file in this mode.</returns>
    public Task<Batch?> FindAsync(BatchId id, Caller caller, CancellationToken ct) =>
        db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.MerchantId == caller.MerchantId && b.Mode == caller.Mode, ct);

    /// <summary>Of several of that reference the one that stands: what was refused or discarded has given it up.</summary>
    /// <returns>Null when the merchant has no file of this reference in this mode.</returns>
    public Task<Batch?> FindAsync(string reference, Caller caller, CancellationToken ct) => db.Batches.AsNoTracking()
        .Where(b => b.Reference == reference && b.MerchantId == caller.MerchantId && b.Mode == caller.Mode)
        .OrderBy(b => b.Stage == BatchStage.Refused || b.Stage == BatchStage.Discarded)
        .ThenByDescending(b => b.CreatedAt)
        .FirstOrDefaultAsync(ct);

    /// <param name="Next">After which line the next page begins; null on the last.</param>
    /// <param name="Totals">Of the good rows, each currency by itself.</param>
    /// <param name="Columns">Null before it was read.</param>
    internal sealed record View(Batch Batch, IReadOnlyList<BatchRow> Rows, int? Next, IReadOnlyList<SheetTotal> Totals, FileColumns? Columns);
}
