using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Webhooks;

/// <summary>A colleague wants something sent again, or sooner. It stays the same delivery with the same id, so that the receiver knows it; its schedule begins anew.</summary>
internal sealed class ReplayDeliveries(WriteSeam write, TimeProvider clock)
{
    /// <summary>Whether it was delivered, given up or waits. One that is under way at this moment is left alone.</summary>
    public Task<Outcome> OneAsync(WebhookEndpointId endpoint, WebhookDeliveryId id, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await Endpoints.OneAsync(unit.Db, endpoint, caller, token) is not { } found
                || !await unit.Db.Deliveries.AnyAsync(d => d.Id == id && d.EndpointId == endpoint, token))
            {
                return Outcome.NoSuchDelivery;
            }

            return !found.Keeps ? Outcome.EndpointIsOff
                : await AgainAsync(unit.Db.Deliveries.Where(d => d.Id == id), token) == 1 ? Outcome.Queued
                : Outcome.UnderWay;
        },
        ct);

    /// <summary>All that was given up of events since then.</summary>
    /// <returns>How many; null when this merchant has no such endpoint, or it is off.</returns>
    public Task<int?> FailedAsync(WebhookEndpointId endpoint, DateTimeOffset since, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) => await Endpoints.OneAsync(unit.Db, endpoint, caller, token) is { Keeps: true }
            ? await AgainAsync(unit.Db.Deliveries.Where(d => d.EndpointId == endpoint && d.DeadAt != null && d.CreatedAt >= since), token)
            : (int?)null,
        ct);

    private Task<int> AgainAsync(IQueryable<WebhookDelivery> some, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        return some.Where(d => d.LeasedUntil == null || d.LeasedUntil <= now).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.DueAt, now)
                .SetProperty(d => d.Step, 0)
                .SetProperty(d => d.DeliveredAt, (DateTimeOffset?)null)
                .SetProperty(d => d.DeadAt, (DateTimeOffset?)null)
                .SetProperty(d => d.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(d => d.LastError, (string?)null),
            ct);
    }

    internal enum Outcome
    {
        Queued,
        UnderWay,
        EndpointIsOff,
        NoSuchDelivery,
    }
}
