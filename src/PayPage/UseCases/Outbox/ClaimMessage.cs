using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>Who may send which message. A lease that ran out is lost for good: its number is no longer the row's.</summary>
internal sealed class ClaimMessage(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    /// <summary>Longer than any send may take (Delivery and Processors give up within 30 s).</summary>
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    private const int Batch = 20;

    /// <returns>Null when nothing is due in the lane, or others were quicker at all that is.</returns>
    public async Task<Lease?> NextAsync(OutboxLane lane, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var kinds = OutboxKinds.In(lane);
        var isBulk = lane == OutboxLane.Bulk;
        var due = await Free(now).Where(m => m.IsBulk == isBulk && kinds.Contains(m.Kind)).OrderBy(m => m.DueAt).Take(Batch).ToListAsync(ct);

        foreach (var message in due)
        {
            if (await TakeAsync(message, now, ct) is { } lease)
            {
                return lease;
            }
        }

        return null;
    }

    /// <returns>Null when somebody else has it, or it was sent.</returns>
    public async Task<Lease?> ThisAsync(OutboxMessageId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await Free(now).SingleOrDefaultAsync(m => m.Id == id, ct) is { } message ? await TakeAsync(message, now, ct) : null;
    }

    /// <summary>Asked again just before the message leaves: a process that was stopped for a while may have lost it.</summary>
    public Task<bool> IsStillMineAsync(Lease lease, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Held(db, lease).AnyAsync(m => m.LeasedUntil > now, ct);
    }

    /// <returns>False when the lease was lost meanwhile: another worker sends it, or has.</returns>
    public Task<bool> MarkSentAsync(Unit unit, Lease lease, CancellationToken ct) => OneAsync(
        Held(unit.Db, lease).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, clock.GetUtcNow()).SetProperty(m => m.LastError, (string?)null), ct));

    /// <summary>It will never be taken: no more tries.</summary>
    /// <returns>False when the lease was lost meanwhile.</returns>
    public Task<bool> MarkDeadAsync(Unit unit, Lease lease, string reason, CancellationToken ct) => OneAsync(
        Held(unit.Db, lease).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.DeadAt, clock.GetUtcNow()).SetProperty(m => m.LastError, Short(reason)), ct));

    /// <summary>Tries again then.</summary>
    /// <returns>False when the lease was lost meanwhile.</returns>
    public static Task<bool> PostponeAsync(Unit unit, Lease lease, DateTimeOffset until, string reason, CancellationToken ct) => OneAsync(
        Held(unit.Db, lease).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.DueAt, until)
                .SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(m => m.LastError, Short(reason)),
            ct));

    /// <summary>What was promised about an invoice and has not left is not sent any more. Whoever is sending it right now loses his lease.</summary>
    public static Task TakeBackAsync(Unit unit, InvoiceId invoice, OutboxKind kind, string reason, DateTimeOffset now, CancellationToken ct) =>
        unit.Db.Outbox.Where(m => m.InvoiceId == invoice && m.Kind == kind && m.SentAt == null && m.DeadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DeadAt, now).SetProperty(m => m.LastError, Short(reason)), ct);

    /// <summary>A lease that ends later than any can was given before the clock was set back: nobody holds it.</summary>
    private IQueryable<OutboxMessage> Free(DateTimeOffset now)
    {
        var latest = now + (2 * LeaseTime);

        return db.Outbox.AsNoTracking()
            .Where(m => m.SentAt == null && m.DeadAt == null && m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil <= now || m.LeasedUntil > latest));
    }

    private async Task<Lease?> TakeAsync(OutboxMessage message, DateTimeOffset now, CancellationToken ct)
    {
        var lease = new Lease(message, message.LeaseNo + 1);
        var won = await write.RunAsync(
            (unit, token) => OneAsync(Held(unit.Db, new Lease(message, message.LeaseNo)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.LeaseNo, m => m.LeaseNo + 1)
                    .SetProperty(m => m.LeasedUntil, now + LeaseTime)
                    .SetProperty(m => m.Attempts, m => m.Attempts + 1),
                token)),
            ct);

        return won ? lease : null;
    }

    // The fence: every write names the lease it was made under.
    private static IQueryable<OutboxMessage> Held(PayPageDbContext from, Lease lease) =>
        from.Outbox.Where(m => m.Id == lease.Message.Id && m.LeaseNo == lease.No && m.SentAt == null && m.DeadAt == null);

    private static async Task<bool> OneAsync(Task<int> rows) => await rows == 1;

    private static string Short(string reason) =>
        reason.Length <= OutboxMessage.LastErrorLength ? reason : reason[..OutboxMessage.LastErrorLength];

    /// <param name="Message">As it was before the claim.</param>
    /// <param name="No">The number that this claim gave the row.</param>
    internal sealed record Lease(OutboxMessage Message, long No)
    {
        public int Attempt => Message.Attempts + 1;
    }
}
