using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Batches;

/// <summary>What one row of a file would become: for a look at its page and its mail before anybody gets them. Reads only.</summary>
internal sealed class ShowRow(PayPageDbContext db, ShowBatch showBatch, RowBench bench)
{
    /// <returns>The invoice as every door proposes one, be it good or not; null when there is no such row.</returns>
    public async Task<InvoiceProposal?> HandleAsync(BatchId id, int line, Caller caller, CancellationToken ct)
    {
        if (await showBatch.FindAsync(id, caller, ct) is not { Header.Count: > 0 } batch)
        {
            return null;
        }

        var head = await db.BatchRows.Where(r => r.BatchId == id && r.Line == line).Select(r => (int?)r.HeadLine).SingleOrDefaultAsync(ct);
        var rows = await db.BatchRows.AsNoTracking().Where(r => r.BatchId == id && r.HeadLine == head).OrderBy(r => r.Line).ToListAsync(ct);

        return rows.Count == 0
            ? null
            : bench.JudgeOf(batch, await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == batch.MerchantId, ct), Takes.Anything).Judge(rows).Proposal;
    }
}
