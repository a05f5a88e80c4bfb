using PayPage.Domain.Webhooks;
using PayPage.Unit.Support;
using PayPage.UseCases.Webhooks;

namespace PayPage.Unit.UseCases.Webhooks;

public sealed class ClaimDeliveryTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_many_nodes_that_claim_at_once_two_are_let_at_an_endpoint_and_none_gets_what_another_has(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.EndpointAsync(Nowhere);
        await world.EndpointAsync(Nowhere);

        for (var i = 0; i < 5; i++)
        {
            await world.InvoiceAsync(5000);
        }

        var leases = (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(world.ClaimAsync, Ct)))).OfType<ClaimDelivery.Lease>().ToList();

        Assert.Equal(4, leases.Count);
        Assert.Equal(4, leases.Select(lease => lease.Delivery.Id).Distinct().Count());
        Assert.All(leases.CountBy(lease => lease.Endpoint.Id), own => Assert.Equal(2, own.Value));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_lost_his_lease_can_neither_send_nor_mark(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        await world.InvoiceAsync(5000);
        var lost = (await world.ClaimAsync())!;
        world.Clock.Advance(ClaimDelivery.LeaseTime);
        var held = (await world.ClaimAsync())!;

        Assert.Null(await world.SendAsync(lost));
        Assert.NotNull(await world.SendAsync(held));

        Assert.Single(receiver.All);
        Assert.Equal(1, Assert.Single(await world.DeliveriesAsync(id)).Attempts);
    }

    [Fact]
    public async Task A_try_that_is_stopped_is_given_back_at_once_and_counts_for_nothing()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        using var stop = new CancellationTokenSource();
        receiver.Answer = async call =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, call.RequestAborted);
        };
        await world.InvoiceAsync(5000);
        var lease = (await world.ClaimAsync())!;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.UseAsync<SendDelivery, WebhookAnswer?>(send => send.HandleAsync(lease, stop.Token)));

        receiver.AnswerWith(200);
        Assert.Equal(1, await world.TellAsync());
        Assert.Equal(1, Assert.Single(await world.DeliveriesAsync(id)).Attempts);
    }

    [Fact]
    public async Task Those_who_were_served_longest_ago_come_first_and_crowded_and_failing_ones_can_be_left_out()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (others, _) = await world.MerchantAsync();
        await world.EndpointAsync(receiver.Url);
        await world.EndpointAsync(Nowhere, others);
        await world.InvoiceAsync(5000);
        await world.InvoiceAsync(6000);
        await world.InvoiceAsync(5000, caller: others);

        var first = (await world.ClaimAsync())!;
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = (await world.ClaimAsync())!;
        Assert.NotEqual(first.Endpoint.Id, second.Endpoint.Id);

        await world.SendAsync(first);
        await world.SendAsync(second);    // nobody is there: it fails
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(world.Caller.MerchantId, (await world.UseAsync<ClaimDelivery, ClaimDelivery.Lease?>(claim => claim.NextAsync([], [], false, Ct)))!.Endpoint.MerchantId);
        Assert.Null(await world.UseAsync<ClaimDelivery, ClaimDelivery.Lease?>(claim => claim.NextAsync([others.MerchantId], [], true, Ct)));
        Assert.Equal(others.MerchantId, (await world.ClaimAsync())!.Endpoint.MerchantId);
    }
}
