using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Events;
using PayPage.Domain.Webhooks;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Webhooks;

namespace PayPage.Unit.UseCases.Webhooks;

/// <summary>What tests of webhooks do all the time.</summary>
internal static class Hooks
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="types">None: all.</param>
    public static async Task<(WebhookEndpointId Id, string Secret)> EndpointAsync(this World world, Uri url, Caller? caller = null, params EventType[] types)
    {
        var added = Assert.IsType<WriteEndpoint.Outcome.Added>(await world.WriteAsync(url.AbsoluteUri, caller, types));
        return (added.Id, added.Secret);
    }

    public static Task<WriteEndpoint.Outcome> WriteAsync(this World world, string url, Caller? caller = null, params EventType[] types) =>
        world.UseAsync<WriteEndpoint, WriteEndpoint.Outcome>(write => write.AddAsync(
            WebhookEndpointId.New(world.Get<IdSource>()),
            new EndpointWords(url, null, types.Length == 0, [.. types.Select(type => type.Name())]),
            caller ?? world.Caller,
            Ct));

    public static Task<ClaimDelivery.Lease?> ClaimAsync(this World world) =>
        world.UseAsync<ClaimDelivery, ClaimDelivery.Lease?>(claim => claim.NextAsync([], [], true, Ct));

    public static Task<WebhookAnswer?> SendAsync(this World world, ClaimDelivery.Lease lease) =>
        world.UseAsync<SendDelivery, WebhookAnswer?>(send => send.HandleAsync(lease, Ct));

    /// <summary>Sends everything that is due at this moment.</summary>
    public static async Task<int> TellAsync(this World world)
    {
        var count = 0;

        while (await world.ClaimAsync() is { } lease)
        {
            await world.SendAsync(lease);
            count++;
        }

        return count;
    }

    public static Task<IReadOnlyList<MerchantEvent>> EventsAsync(this World world, Caller? caller = null)
    {
        var merchant = (caller ?? world.Caller).MerchantId;
        return world.ReadAsync<IReadOnlyList<MerchantEvent>>(async db => await db.Events.AsNoTracking().Where(e => e.MerchantId == merchant).OrderBy(e => e.Sequence).ToListAsync(Ct));
    }

    public static async Task<IReadOnlyList<string>> TypesAsync(this World world) => [.. (await world.EventsAsync()).Select(e => e.Type.Name())];

    public static Task<IReadOnlyList<WebhookDelivery>> DeliveriesAsync(this World world, WebhookEndpointId endpoint) =>
        world.ReadAsync<IReadOnlyList<WebhookDelivery>>(async db => await db.Deliveries.AsNoTracking().Where(d => d.EndpointId == endpoint).OrderBy(d => d.Sequence).ToListAsync(Ct));

    public static Task<WebhookEndpoint> EndpointAsync(this World world, WebhookEndpointId id) =>
        world.ReadAsync(db => db.Endpoints.AsNoTracking().SingleAsync(e => e.Id == id, Ct));
}
