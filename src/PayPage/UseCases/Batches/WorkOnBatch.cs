using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>Goes on with the file that has waited longest, for about a second; then it is another's turn.</summary>
internal sealed class WorkOnBatch(ClaimBatch claim, WriteSeam write, ReadBatch read, JudgeBatch judge, MakeBatch make, TimeProvider clock)
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);
    private static readonly BatchStage[] Whole = [BatchStage.Reading];
    private static readonly BatchStage[] InTurns = [BatchStage.Judging, BatchStage.Held, BatchStage.Processing];

    /// <summary>Takes one file apart. It is read from its start to its end, so this may take a while.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public async Task<bool> ReadNextAsync(CancellationToken ct)
    {
        if (await claim.NextAsync(Whole, ct) is not { } lease)
        {
            return false;
        }

        await read.HandleAsync(lease, ct);
        await claim.ReleaseAsync(lease, CancellationToken.None);
        return true;
    }

    /// <summary>Judges rows of one file, or makes invoices of them, for one turn.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public async Task<bool> GoOnAsync(CancellationToken ct)
    {
        if (await claim.NextAsync(InTurns, ct) is not { } lease)
        {
            return false;
        }

        var begun = clock.GetTimestamp();

        while (await write.RunAsync((unit, token) => StepAsync(unit, lease, token), ct) && clock.GetElapsedTime(begun) < Turn)
        {
            // Its units are short, and between two of them payers write.
        }

        await claim.ReleaseAsync(lease, CancellationToken.None);
        return true;
    }

    private Task<bool> StepAsync(Unit unit, ClaimBatch.Lease lease, CancellationToken ct) => lease.Stage switch
    {
        BatchStage.Judging => judge.NextAsync(unit, lease, ct),
        BatchStage.Held => BeginAsync(unit, lease, ct),
        BatchStage.Processing => make.NextAsync(unit, lease, ct),
        _ => throw new InvariantException($"{lease.BatchId} was claimed in {lease.Stage}."),
    };

    private async Task<bool> BeginAsync(Unit unit, ClaimBatch.Lease lease, CancellationToken ct)
    {
        (await claim.HoldAsync(unit, lease, ct))?.BeginProcessing();
        return false;
    }
}
