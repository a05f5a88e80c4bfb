using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Events;

/// <summary>Removes events that are older than they are kept, the oldest first, with all that became of them; and endpoints that were removed, once nothing of theirs is left.</summary>
internal sealed class ForgetEvents(PayPageDbContext db, WriteSeam write, IOptions<EventOptions> options, TimeProvider clock)
{
    private const int Batch = 200;

    /// <returns>True when there may be more.</returns>
    public async Task<bool> HandleAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - options.Value.Retention;
        var old = await db.Events.Where(e => e.At < before).OrderBy(e => e.At).Take(Batch).Select(e => new { e.MerchantId, e.Mode, e.Sequence }).ToListAsync(ct);

        foreach (var of in old.GroupBy(e => (e.MerchantId, e.Mode)))
        {
            var upTo = of.Max(e => e.Sequence);
            await write.RunAsync((unit, token) => RemoveAsync(unit, of.Key.MerchantId, of.Key.Mode, upTo, token), ct);
        }

        if (await Empty(db).AnyAsync(ct))
        {
            await write.RunAsync((unit, token) => Empty(unit.Db).ExecuteDeleteAsync(token), ct);
        }

        return old.Count == Batch;
    }

    private static async Task RemoveAsync(Unit unit, MerchantId merchant, Mode mode, long upTo, CancellationToken ct)
    {
        var events = unit.Db.Events.Where(e => e.MerchantId == merchant && e.Mode == mode && e.Sequence <= upTo);
        var deliveries = unit.Db.Deliveries.Where(d => events.Any(e => e.Id == d.EventId));

        await unit.Db.Attempts.Where(a => deliveries.Any(d => d.Id == a.DeliveryId)).ExecuteDeleteAsync(ct);
        await deliveries.ExecuteDeleteAsync(ct);
        await events.ExecuteDeleteAsync(ct);
        await unit.Db.EventCounters.Where(c => c.MerchantId == merchant && c.Mode == mode && c.Removed < upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Removed, upTo), ct);
    }

    private static IQueryable<WebhookEndpoint> Empty(PayPageDbContext from) =>
        from.Endpoints.Where(e => e.Status == EndpointStatus.Removed && !from.Deliveries.Any(d => d.EndpointId == e.Id));
}
