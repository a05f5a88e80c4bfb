using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Events;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Webhooks;

/// <summary>A merchant's endpoints, and what each was told. Reads only.</summary>
internal sealed class ShowEndpoints(PayPageDbContext db, TimeProvider clock)
{
    public const int PageLength = 25;

    public async Task<IReadOnlyList<Row>> HandleAsync(Caller caller, CancellationToken ct)
    {
        var endpoints = await Endpoints.Of(db, caller).AsNoTracking().OrderBy(e => e.CreatedAt).ThenBy(e => e.Id).ToListAsync(ct);
        var rows = new List<Row>(endpoints.Count);

        foreach (var endpoint in endpoints)
        {
            rows.Add(new Row(endpoint, await CountAsync(endpoint.Id, ct)));
        }

        return rows;
    }

    /// <param name="before">The number of the last event on the page before; null: the newest.</param>
    /// <param name="onlyFailed">Those that were given up.</param>
    /// <returns>Null when this merchant has no such endpoint.</returns>
    public async Task<View?> OneAsync(WebhookEndpointId id, long? before, bool onlyFailed, Caller caller, CancellationToken ct)
    {
        if (await Endpoints.Of(db, caller).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } endpoint)
        {
            return null;
        }

        var log = from delivery in db.Deliveries.AsNoTracking()
                  where delivery.EndpointId == id && (before == null || delivery.Sequence < before) && (!onlyFailed || delivery.DeadAt != null)
                  join told in db.Events on delivery.EventId equals told.Id
                  orderby delivery.Sequence descending
                  select new Line(delivery, told.Type);
        var page = await log.Take(PageLength + 1).ToListAsync(ct);

        return new View(
            endpoint, await CountAsync(id, ct), [.. page.Take(PageLength)], page.Count > PageLength ? page[PageLength - 1].Delivery.Sequence : null, clock.GetUtcNow());
    }

    /// <returns>Null when this merchant has no such delivery there.</returns>
    public async Task<One?> DeliveryAsync(WebhookEndpointId endpoint, WebhookDeliveryId id, Caller caller, CancellationToken ct)
    {
        if (await Endpoints.Of(db, caller).AsNoTracking().SingleOrDefaultAsync(e => e.Id == endpoint, ct) is not { } found
            || await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.EndpointId == endpoint, ct) is not { } delivery)
        {
            return null;
        }

        return new One(
            found,
            delivery,
            await db.Events.AsNoTracking().SingleAsync(e => e.Id == delivery.EventId, ct),
            await db.Attempts.AsNoTracking().Where(a => a.DeliveryId == id).OrderByDescending(a => a.No).Take(PageLength).ToListAsync(ct),
            clock.GetUtcNow());
    }

    private async Task<Counts> CountAsync(WebhookEndpointId id, CancellationToken ct)
    {
        var own = db.Deliveries.Where(d => d.EndpointId == id);
        return new Counts(await own.CountAsync(d => d.DeliveredAt == null && d.DeadAt == null, ct), await own.CountAsync(d => d.DeadAt != null, ct));
    }

    /// <param name="Waiting">Not delivered yet.</param>
    /// <param name="Failed">Given up.</param>
    internal sealed record Counts(int Waiting, int Failed);

    internal sealed record Row(WebhookEndpoint Endpoint, Counts Counts);

    internal sealed record Line(WebhookDelivery Delivery, EventType Type);

    /// <param name="Older">Where the next page begins; null where this is the last.</param>
    internal sealed record View(WebhookEndpoint Endpoint, Counts Counts, IReadOnlyList<Line> Lines, long? Older, DateTimeOffset Now);

    /// <param name="Attempts">The last ones, the newest first.</param>
    internal sealed record One(WebhookEndpoint Endpoint, WebhookDelivery Delivery, MerchantEvent Event, IReadOnlyList<WebhookAttempt> Attempts, DateTimeOffset Now);
}
