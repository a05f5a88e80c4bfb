using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Fort;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Batches;

/// <summary>Makes invoices of the next good rows of a file. What became of a row is written in the same unit as its invoice: each row exactly once.</summary>
internal sealed class MakeBatch(
    ClaimBatch claim, RowBench bench, FindTakes findTakes, MakeInvoice make, KeepFortLink keep, TellOfBatch tell, IOptions<BatchOptions> options, TimeProvider clock)
{
    /// <summary>One unit of work.</summary>
    /// <returns>False when there is nothing more to do, or the lease was lost.</returns>
    public async Task<bool> NextAsync(Unit unit, ClaimBatch.Lease lease, CancellationToken ct)
    {
        if (await claim.HoldAsync(unit, lease, ct) is not { } batch)
        {
            return false;
        }

        var groups = await NextRows.OfAsync(unit.Db, batch, options.Value.RowsPerUnit, ct);

        if (groups.Count == 0)
        {
            await FinishAsync(unit, batch, ct);
            return false;
        }

        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == batch.MerchantId, ct);
        var caller = new Caller(batch.MerchantId, batch.Mode, batch.Actor);
        var judge = bench.JudgeOf(batch, merchant, await findTakes.HandleAsync(unit.Db, caller, ct));
        var columns = batch.Door == BatchDoor.Fort ? RowBench.ColumnsOf(batch) : null;
        var created = 0;

        foreach (var rows in groups)
        {
            var verdict = judge.Judge(rows);    // again: a last day that was to come may have passed meanwhile
            var fort = columns is null ? null : FortParticulars.Of(columns, rows[0].Cells);
            var linkIdTaken = fort is not null && await KeepFortLink.IsTakenAsync(unit, fort, caller, ct);
            var made = verdict.Wanted is { } wanted && !linkIdTaken
                ? await make.HandleAsync(unit, wanted with { BatchId = batch.Id, CreationKey = RowKey.CreationKey(rows[0].Key) }, merchant, caller, Turn, ct)
                : null;

            if (made is MakeInvoice.Made.New { Invoice: var invoice })
            {
                created++;
                keep.Handle(unit, invoice, fort, cameInAFile: true);
            }

            Settle(rows, verdict, made, linkIdTaken);
            await unit.Db.SaveChangesAsync(ct);    // the next row may be for the same customer, or want the next number
        }

        int Rows(BatchRowState state) => groups.SelectMany(rows => rows).Count(row => row.State == state);
        batch.CountMade(groups[^1][^1].Line, Rows(BatchRowState.Created), Rows(BatchRowState.Rejected), created, groups.Count - created);
        return true;

        TimeSpan Turn()
        {
            var now = clock.GetUtcNow();
            return batch.NextTurn(now, options.Value.Pace) - now;
        }
    }

    private async Task FinishAsync(Unit unit, Batch batch, CancellationToken ct)
    {
        batch.FinishProcessing(clock.GetUtcNow());
        await unit.Db.BatchPieces.Where(p => p.BatchId == batch.Id).ExecuteDeleteAsync(ct);
        await tell.OfProcessingAsync(unit, batch, ct);
    }

    private static void Settle(IReadOnlyList<BatchRow> rows, RowVerdict verdict, MakeInvoice.Made? made, bool linkIdTaken)
    {
        foreach (var row in rows)
        {
            if (made is MakeInvoice.Made.New { Invoice: var invoice })
            {
                row.BecomeInvoice(invoice.Id, invoice.Number);
            }
            else
            {
                row.Reject(made switch
                {
                    MakeInvoice.Made.NumberTaken => new RowFault(null, ProposalFields.Number, "Another invoice has got this number since the file was checked."),
                    MakeInvoice.Made.Already already => new RowFault(null, null, $"A row that says exactly the same has become invoice {already.Invoice.Number} since the file was checked."),
                    MakeInvoice.Made.TextNeedsLink => new RowFault(null, ProposalFields.Delivery, FieldFault.TextNeedsLink.Message),
                    null when linkIdTaken => FortParticulars.LinkIdTaken,
                    _ => verdict.Faults.Values.SelectMany(faults => faults).First(),
                });
            }
        }
    }
}
