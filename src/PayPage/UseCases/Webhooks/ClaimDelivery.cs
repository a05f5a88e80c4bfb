using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Webhooks;

/// <summary>Who may send which delivery. A lease that ran out is lost for good: its number is no longer the row's.</summary>
internal sealed class ClaimDelivery(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    /// <summary>Longer than any try may take (the sender gives up within 15 s).</summary>
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>In flight to one endpoint at a time, from all nodes together: one that hangs holds up nobody but itself.</summary>
    internal const int MostPerEndpoint = 2;

    /// <summary>An endpoint whose last try failed is not hurried: each try would cost as much as one that reaches somebody.</summary>
    internal static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(5);

    private const int Candidates = 8;

    /// <param name="crowded">Merchants who have as much in flight from this node as they may.</param>
    /// <param name="crowdedByFailing">Merchants of whom nothing more may be sent to endpoints whose last try failed: their others must not wait for those.</param>
    /// <param name="alsoFailing">Whether an endpoint may be served whose last try failed.</param>
    /// <returns>Null when nothing is due that may be sent, or others were quicker.</returns>
    public async Task<Lease?> NextAsync(
        IReadOnlyCollection<MerchantId> crowded, IReadOnlyCollection<MerchantId> crowdedByFailing, bool alsoFailing, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (!await Free(db, now).AnyAsync(ct))
        {
            return null;    // nearly always: this asks a small index
        }

        var rested = now - RestAfterFailure;

        // By endpoint and not by delivery: a thousand that wait for one must not be looked through for the one that waits for another.
        var endpoints = await db.Endpoints
            .Where(e => e.Status == EndpointStatus.Active && !crowded.Contains(e.MerchantId))
            .Where(e => e.FailingSince == null || (alsoFailing && e.ClaimedAt <= rested && !crowdedByFailing.Contains(e.MerchantId)))
            .Where(e => Free(db, now).Any(d => d.EndpointId == e.Id) && Held(db, now).Count(d => d.EndpointId == e.Id) < MostPerEndpoint)
            .OrderBy(e => e.ClaimedAt)    // a failing one has its turn too, every few seconds
            .Take(Candidates)
            .Select(e => e.Id)
            .ToListAsync(ct);

        foreach (var endpoint in endpoints)
        {
            if (await write.RunAsync((unit, token) => TakeAsync(unit, endpoint, now, token), ct) is { } lease)
            {
                return lease;
            }
        }

        return null;
    }

    /// <summary>Asked again just before it leaves: a process that was stopped for a while may have lost it.</summary>
    public Task<bool> IsStillMineAsync(Lease lease, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Of(db, lease).AnyAsync(d => d.LeasedUntil > now, ct);
    }

    /// <summary>The fence: every write names the lease it was made under.</summary>
    public static IQueryable<WebhookDelivery> Of(PayPageDbContext from, Lease lease) =>
        from.Deliveries.Where(d => d.Id == lease.Delivery.Id && d.LeaseNo == lease.No && d.DeliveredAt == null && d.DeadAt == null);

    private static async Task<Lease?> TakeAsync(Unit unit, WebhookEndpointId id, DateTimeOffset now, CancellationToken ct)
    {
        // Whoever takes something on for an endpoint meets at its row: so that what is counted next stays true until the commit.
        if (await unit.Db.Endpoints.Where(e => e.Id == id && e.Status == EndpointStatus.Active)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.ClaimedAt, now), ct) == 0
            || await Held(unit.Db, now).CountAsync(d => d.EndpointId == id, ct) >= MostPerEndpoint
            || await Free(unit.Db, now).Where(d => d.EndpointId == id).OrderBy(d => d.DueAt).ThenBy(d => d.Sequence).FirstOrDefaultAsync(ct) is not { } next)
        {
            return null;
        }

        var won = await unit.Db.Deliveries.Where(d => d.Id == next.Id && d.LeaseNo == next.LeaseNo && d.DeliveredAt == null && d.DeadAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.LeaseNo, d => d.LeaseNo + 1).SetProperty(d => d.LeasedUntil, now + LeaseTime), ct);

        return won == 0 ? null : new Lease(
            next,
            next.LeaseNo + 1,
            await unit.Db.Endpoints.AsNoTracking().SingleAsync(e => e.Id == id, ct),
            await unit.Db.Events.Where(e => e.Id == next.EventId).Select(e => e.Body).SingleAsync(ct));
    }

    /// <summary>A lease that ends later than any can was given before the clock was set back: nobody holds it.</summary>
    private static IQueryable<WebhookDelivery> Free(PayPageDbContext from, DateTimeOffset now)
    {
        var latest = now + (2 * LeaseTime);

        return from.Deliveries.AsNoTracking()
            .Where(d => d.DeliveredAt == null && d.DeadAt == null && d.DueAt <= now && (d.LeasedUntil == null || d.LeasedUntil <= now || d.LeasedUntil > latest));
    }

    private static IQueryable<WebhookDelivery> Held(PayPageDbContext from, DateTimeOffset now)
    {
        var latest = now + (2 * LeaseTime);
        return from.Deliveries.AsNoTracking().Where(d => d.DeliveredAt == null && d.DeadAt == null && d.LeasedUntil > now && d.LeasedUntil <= latest);
    }

    /// <param name="Delivery">As it was before the claim.</param>
    /// <param name="No">The number that this claim gave the row.</param>
    /// <param name="Body">What is sent, byte by byte.</param>
    internal sealed record Lease(WebhookDelivery Delivery, long No, WebhookEndpoint Endpoint, string Body);
}
