using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>Which worker may go on with which file. Who has waited longest is next, so that no merchant's file keeps another's waiting.</summary>
internal sealed class ClaimBatch(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    /// <summary>Longer than any unit of work takes; each unit renews it.</summary>
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);

    private const int Candidates = 10;

    /// <param name="stages">Those of <see cref="BatchTransitions.Working"/> that the worker knows to handle.</param>
    /// <returns>Null when nothing is to be done, or others were quicker.</returns>
    public async Task<Lease?> NextAsync(IReadOnlyList<BatchStage> stages, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var latest = now + (2 * LeaseTime);    // a lease that ends later was given before the clock was set back: nobody holds it
        var waiting = await db.Batches.AsNoTracking()
            .Where(b => stages.Contains(b.Stage) && (b.LeasedUntil == null || b.LeasedUntil <= now || b.LeasedUntil > latest) && (b.HeldUntil == null || b.HeldUntil <= now))
            .OrderBy(b => b.WorkedAt)
            .Take(Candidates)
            .Select(b => new { b.Id, b.LeaseNo, b.Stage })
            .ToListAsync(ct);

        foreach (var batch in waiting)
        {
            if (await write.RunAsync((unit, token) => TakeAsync(unit, new Lease(batch.Id, batch.LeaseNo, batch.Stage), now, token), ct))
            {
                return new Lease(batch.Id, batch.LeaseNo + 1, batch.Stage);
            }
        }

        return null;
    }

    /// <summary>At the beginning of each unit: renews the lease and reads the batch under it.</summary>
    /// <returns>Tracked by the unit; null when another worker has it now, or a person has moved it on: then nothing may be written.</returns>
    public async Task<Batch?> HoldAsync(Unit unit, Lease lease, CancellationToken ct)
    {
        var held = await Held(unit, lease).ExecuteUpdateAsync(set => set.SetProperty(b => b.LeasedUntil, clock.GetUtcNow() + LeaseTime), ct);
        return held == 1 ? await unit.Db.Batches.SingleAsync(b => b.Id == lease.BatchId, ct) : null;
    }

    /// <summary>Gives it back before its time, for whoever is next.</summary>
    public Task ReleaseAsync(Lease lease, CancellationToken ct) => write.RunAsync(
        (unit, token) => unit.Db.Batches.Where(b => b.Id == lease.BatchId && b.LeaseNo == lease.No)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.LeasedUntil, (DateTimeOffset?)null), token),
        ct);

    private static IQueryable<Batch> Held(Unit unit, Lease lease) =>
        unit.Db.Batches.Where(b => b.Id == lease.BatchId && b.LeaseNo == lease.No && b.Stage == lease.Stage);

    private static async Task<bool> TakeAsync(Unit unit, Lease lease, DateTimeOffset now, CancellationToken ct) => await Held(unit, lease).ExecuteUpdateAsync(
        set => set.SetProperty(b => b.LeaseNo, b => b.LeaseNo + 1).SetProperty(b => b.LeasedUntil, now + LeaseTime).SetProperty(b => b.WorkedAt, now), ct) == 1;

    /// <param name="No">The number that this claim gave the row.</param>
    /// <param name="Stage">In which it was claimed: in another the work is another.</param>
    internal sealed record Lease(BatchId BatchId, long No, BatchStage Stage);
}
