using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Webhooks;
using PayPage.UseCases.Events;

namespace PayPage.UseCases.Webhooks;

/// <summary>A colleague pauses an endpoint, turns it on, removes it, tries it out, or gives it a new secret. May be repeated.</summary>
internal sealed class SwitchEndpoint(WriteSeam write, Announce announce, IWebhookVault vault, RandomBytes random, TimeProvider clock)
{
    /// <returns>False when this merchant has no such endpoint.</returns>
    public Task<bool> PauseAsync(WebhookEndpointId id, Caller caller, CancellationToken ct) => DoAsync(id, caller, (endpoint, _) =>
    {
        if (endpoint.Status == EndpointStatus.Active)
        {
            endpoint.Pause();
        }
    }, ct);

    /// <summary>What waited goes out now, and what was turned off gets another chance.</summary>
    /// <returns>False when this merchant has no such endpoint.</returns>
    public Task<bool> ResumeAsync(WebhookEndpointId id, Caller caller, CancellationToken ct) => DoAsync(id, caller, (endpoint, _) =>
    {
        if (endpoint.Status != EndpointStatus.Active)
        {
            endpoint.Resume();
        }
    }, ct);

    /// <summary>Sends an event that means nothing, to this endpoint alone; where it is paused or off, nothing.</summary>
    /// <returns>False when this merchant has no such endpoint, or it is not on.</returns>
    public Task<bool> TestAsync(WebhookEndpointId id, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await Endpoints.OneAsync(unit.Db, id, caller, token) is not { Status: EndpointStatus.Active } endpoint)
            {
                return false;
            }

            announce.OfTest(unit, endpoint);
            return true;
        },
        ct);

    /// <param name="seen">The endpoint's version when the button was shown: the same press sent twice makes one secret.</param>
    /// <returns>The new secret, to be shown this once; null when this merchant has no such endpoint, or a newer secret was made meanwhile.</returns>
    public Task<string?> RotateAsync(WebhookEndpointId id, long seen, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await Endpoints.OneAsync(unit.Db, id, caller, token) is not { } endpoint || endpoint.Version != seen)
            {
                return null;
            }

            var secrets = vault.Unseal(endpoint.SealedSecrets).Rotated(random, clock.GetUtcNow());
            endpoint.SealedSecrets = vault.Seal(secrets);
            return secrets.Current;
        },
        ct);

    /// <summary>What waits for it is sent no more.</summary>
    /// <returns>False when this merchant has no such endpoint.</returns>
    public Task<bool> RemoveAsync(WebhookEndpointId id, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await Endpoints.OneAsync(unit.Db, id, caller, token) is not { } endpoint)
            {
                return false;
            }

            endpoint.Remove();
            await DropWaitingAsync(unit, id, "The endpoint was removed.", clock.GetUtcNow(), token);
            return true;
        },
        ct);

    /// <summary>Gives up what waits for an endpoint. What is under way at this moment counts no more: its lease is lost.</summary>
    public static Task<int> DropWaitingAsync(Unit unit, WebhookEndpointId id, string because, DateTimeOffset now, CancellationToken ct) => unit.Db.Deliveries
        .Where(d => d.EndpointId == id && d.DeliveredAt == null && d.DeadAt == null)
        .ExecuteUpdateAsync(
            set => set.SetProperty(d => d.DeadAt, now).SetProperty(d => d.LastError, because).SetProperty(d => d.LeasedUntil, (DateTimeOffset?)null), ct);

    private Task<bool> DoAsync(WebhookEndpointId id, Caller caller, Action<WebhookEndpoint, DateTimeOffset> change, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await Endpoints.OneAsync(unit.Db, id, caller, token) is not { } endpoint)
            {
                return false;
            }

            change(endpoint, clock.GetUtcNow());
            return true;
        },
        ct);
}

internal static class Endpoints
{
    /// <returns>Null where this merchant has none of that id: a foreign one, one of the other mode, and none are one answer.</returns>
    public static Task<WebhookEndpoint?> OneAsync(PayPageDbContext db, WebhookEndpointId id, Caller caller, CancellationToken ct) =>
        Of(db, caller).SingleOrDefaultAsync(e => e.Id == id, ct);

    public static IQueryable<WebhookEndpoint> Of(PayPageDbContext db, Caller caller) =>
        db.Endpoints.Where(e => e.MerchantId == caller.MerchantId && e.Mode == caller.Mode && e.Status != EndpointStatus.Removed);
}
