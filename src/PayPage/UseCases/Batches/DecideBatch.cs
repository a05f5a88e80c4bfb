using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>What a merchant decides about a file that was judged: make it, take that back, read it otherwise, or drop it.</summary>
internal sealed class DecideBatch(WriteSeam write, IOptions<BatchOptions> options, TimeProvider clock)
{
    /// <summary>Its good rows are to become invoices.</summary>
    /// <param name="onlyWhole">Nothing is made as long as one row is bad.</param>
    /// <param name="atOnce">Without the time in which a person may take it back.</param>
    public Task<Outcome> ProcessAsync(BatchId id, bool onlyWhole, bool atOnce, Caller caller, CancellationToken ct) => ChangeAsync(
        id, caller, BatchStage.Validated,
        batch =>
        {
            if (batch.GoodInvoices == 0)
            {
                return Outcome.NothingGood;
            }

            if (onlyWhole && batch.BadRows > 0)
            {
                return Outcome.NotWhole;
            }

            if (atOnce || options.Value.UndoSeconds == 0)
            {
                batch.BeginProcessing();
            }
            else
            {
                batch.Hold(clock.GetUtcNow() + options.Value.UndoTime);
            }

            return Outcome.Done;
        },
        ct);

    public Task<Outcome> TakeBackAsync(BatchId id, Caller caller, CancellationToken ct) => ChangeAsync(id, caller, BatchStage.Held, batch => Do(batch.TakeBack), ct);

    /// <param name="format">What the merchant said; what is null in it is found out anew.</param>
    public Task<Outcome> ReadAgainAsync(BatchId id, FileFormat format, Caller caller, CancellationToken ct) =>
        ChangeAsync(id, caller, null, batch => BatchTransitions.Table.Allows(batch.Stage, BatchStage.Reading) ? Do(() => batch.ReadAgain(format)) : Outcome.TooLate, ct);

    /// <summary>Nothing comes of it; its rows and its bytes are forgotten.</summary>
    public async Task<Outcome> DiscardAsync(BatchId id, Caller caller, CancellationToken ct) => await write.RunAsync(
        async (unit, token) =>
        {
            if (await FindAsync(unit, id, caller, token) is not { } batch)
            {
                return Outcome.Unknown;
            }

            if (!batch.CanBeDiscarded)
            {
                return Outcome.TooLate;
            }

            batch.Discard();
            await unit.Db.BatchPieces.Where(p => p.BatchId == id).ExecuteDeleteAsync(token);
            await unit.Db.BatchRows.Where(r => r.BatchId == id).ExecuteDeleteAsync(token);
            return Outcome.Done;
        },
        ct);

    private Task<Outcome> ChangeAsync(BatchId id, Caller caller, BatchStage? from, Func<Batch, Outcome> change, CancellationToken ct) => write.RunAsync(
        async (unit, token) => await FindAsync(unit, id, caller, token) is not { } batch ? Outcome.Unknown
            : from is { } stage && batch.Stage != stage ? Outcome.TooLate
            : change(batch),
        ct);

    private static Task<Batch?> FindAsync(Unit unit, BatchId id, Caller caller, CancellationToken ct) =>
        unit.Db.Batches.SingleOrDefaultAsync(b => b.Id == id && b.MerchantId == caller.MerchantId && b.Mode == caller.Mode, ct);

    private static Outcome Do(Action act)
    {
        act();
        return Outcome.Done;
    }

    internal enum Outcome
    {
        Done,

        /// <summary>The merchant has no such file in this mode.</summary>
        Unknown,

        /// <summary>It is in another stage: somebody was quicker, or it is not ready.</summary>
        TooLate,

        /// <summary>No row of it is good.</summary>
        NothingGood,

        /// <summary>Some rows are bad, and the merchant wants all or none.</summary>
        NotWhole,
    }
}
