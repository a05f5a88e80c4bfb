using PayPage.Domain;
using PayPage.Domain.Events;
using PayPage.Domain.Webhooks;
using PayPage.Unit.Support;
using PayPage.UseCases.Webhooks;

namespace PayPage.Unit.UseCases.Webhooks;

public sealed class EndpointTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Ten_endpoints_stay_ten_also_when_many_add_at_once(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => Task.Run(() => world.WriteAsync("http://127.0.0.1:9/"), Ct)));

        Assert.Equal(10, outcomes.OfType<WriteEndpoint.Outcome.Added>().Count());
        Assert.All(outcomes.OfType<WriteEndpoint.Outcome.Faulty>(), faulty => Assert.Contains("which is the most", faulty.Messages[""], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one_and_shows_its_secret_once()
    {
        await using var world = await World.CreateAsync();
        var id = WebhookEndpointId.New(world.Get<IdSource>());
        var words = new EndpointWords("http://127.0.0.1:9/", "Shop", true, []);

        Assert.IsType<WriteEndpoint.Outcome.Added>(await world.UseAsync<WriteEndpoint, WriteEndpoint.Outcome>(write => write.AddAsync(id, words, world.Caller, Ct)));
        Assert.IsType<WriteEndpoint.Outcome.Saved>(await world.UseAsync<WriteEndpoint, WriteEndpoint.Outcome>(write => write.AddAsync(id, words, world.Caller, Ct)));
        Assert.Single(await world.UseAsync<ShowEndpoints, IReadOnlyList<ShowEndpoints.Row>>(show => show.HandleAsync(world.Caller, Ct)));
    }

    [Theory]
    [InlineData("", true, "Url")]
    [InlineData("shop.example.com", true, "Url")]
    [InlineData("https://shop.example.com/#part", true, "Url")]
    [InlineData("ftp://127.0.0.1/", true, "Url")]
    [InlineData("http://user:word@127.0.0.1/", true, "Url")]
    [InlineData("http://127.0.0.1/", false, "Events")]
    public async Task What_cannot_be_an_endpoint_is_said_at_its_field(string url, bool all, string field)
    {
        await using var world = await World.CreateAsync();
        var outcome = await world.UseAsync<WriteEndpoint, WriteEndpoint.Outcome>(write => write.AddAsync(
            WebhookEndpointId.New(world.Get<IdSource>()), new EndpointWords(url, null, all, ["invoice.unheard_of", "webhook.test"]), world.Caller, Ct));

        Assert.Equal([field], Assert.IsType<WriteEndpoint.Outcome.Faulty>(outcome).Messages.Keys);
    }

    [Fact]
    public async Task Who_changes_what_a_colleague_has_changed_meanwhile_is_told()
    {
        await using var world = await World.CreateAsync();
        var (id, _) = await world.EndpointAsync(Nowhere);
        Task<WriteEndpoint.Outcome> ChangeAsync(long seen, string url) => world.UseAsync<WriteEndpoint, WriteEndpoint.Outcome>(
            write => write.ChangeAsync(id, seen, new EndpointWords(url, null, true, []), world.Caller, Ct));

        Assert.IsType<WriteEndpoint.Outcome.Saved>(await ChangeAsync(1, "http://127.0.0.1:10/"));
        Assert.Equal("http://127.0.0.1:10/", Assert.IsType<WriteEndpoint.Outcome.Overtaken>(await ChangeAsync(1, "http://127.0.0.1:11/")).Now.Url);
        Assert.IsType<WriteEndpoint.Outcome.Saved>(await ChangeAsync(2, "http://127.0.0.1:11/"));
    }

    [Fact]
    public async Task An_endpoint_hears_what_it_asked_for_of_its_own_merchant_and_mode()
    {
        await using var world = await World.CreateAsync();
        var (others, _) = await world.MerchantAsync();
        var live = world.Caller with { Mode = Mode.Live };
        var (some, _) = await world.EndpointAsync(Nowhere, null, EventType.InvoicePaid);
        var (all, _) = await world.EndpointAsync(Nowhere);
        var (foreign, _) = await world.EndpointAsync(Nowhere, others);
        var (real, _) = await world.EndpointAsync(Nowhere, live);

        await world.InvoiceAsync(5000);
        await world.InvoiceAsync(5000, caller: live);

        Assert.Empty(await world.DeliveriesAsync(some));
        Assert.Single(await world.DeliveriesAsync(all));
        Assert.Empty(await world.DeliveriesAsync(foreign));
        Assert.Single(await world.DeliveriesAsync(real));
    }

    [Fact]
    public async Task Nothing_is_lost_in_a_break_and_nothing_is_sent()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        await world.UseAsync<SwitchEndpoint, bool>(turn => turn.PauseAsync(id, world.Caller, Ct));
        await world.InvoiceAsync(5000);

        Assert.Equal(0, await world.TellAsync());
        await world.UseAsync<SwitchEndpoint, bool>(turn => turn.ResumeAsync(id, world.Caller, Ct));
        Assert.Equal(1, await world.TellAsync());
    }

    [Fact]
    public async Task What_waits_for_an_endpoint_that_is_removed_is_sent_no_more_and_its_secret_is_gone()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        await world.InvoiceAsync(5000);
        var underway = (await world.ClaimAsync())!;

        Assert.True(await world.UseAsync<SwitchEndpoint, bool>(turn => turn.RemoveAsync(id, world.Caller, Ct)));
        Assert.False(await world.UseAsync<SwitchEndpoint, bool>(turn => turn.RemoveAsync(id, world.Caller, Ct)));

        Assert.Equal(0, await world.TellAsync());
        Assert.Null(await world.SendAsync(underway));
        Assert.Empty((await world.EndpointAsync(id)).SealedSecrets);
        Assert.Empty(await world.UseAsync<ShowEndpoints, IReadOnlyList<ShowEndpoints.Row>>(show => show.HandleAsync(world.Caller, Ct)));
    }

    [Fact]
    public async Task A_test_goes_to_the_endpoint_that_is_tried_and_to_no_other_whatever_it_asked_for()
    {
        await using var world = await World.CreateAsync();
        var (tried, _) = await world.EndpointAsync(Nowhere, null, EventType.InvoicePaid);
        var (other, _) = await world.EndpointAsync(Nowhere);

        Assert.True(await world.UseAsync<SwitchEndpoint, bool>(turn => turn.TestAsync(tried, world.Caller, Ct)));

        Assert.Single(await world.DeliveriesAsync(tried));
        Assert.Empty(await world.DeliveriesAsync(other));
        Assert.Contains($"\"endpoint_id\":\"{tried}\"", Assert.Single(await world.EventsAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_merchants_endpoint_is_nobodys()
    {
        await using var world = await World.CreateAsync();
        var (others, _) = await world.MerchantAsync();
        var (id, _) = await world.EndpointAsync(Nowhere, others);
        await world.InvoiceAsync(5000, caller: others);
        var delivery = Assert.Single(await world.DeliveriesAsync(id));

        foreach (var caller in new[] { world.Caller, others with { Mode = Mode.Live } })
        {
            Assert.False(await world.UseAsync<SwitchEndpoint, bool>(turn => turn.PauseAsync(id, caller, Ct)));
            Assert.False(await world.UseAsync<SwitchEndpoint, bool>(turn => turn.RemoveAsync(id, caller, Ct)));
            Assert.False(await world.UseAsync<SwitchEndpoint, bool>(turn => turn.TestAsync(id, caller, Ct)));
            Assert.Null(await world.UseAsync<SwitchEndpoint, string?>(turn => turn.RotateAsync(id, 1, caller, Ct)));
            Assert.Null(await world.UseAsync<ReplayDeliveries, int?>(replay => replay.FailedAsync(id, default, caller, Ct)));
            Assert.Equal(ReplayDeliveries.Outcome.NoSuchDelivery, await world.UseAsync<ReplayDeliveries, ReplayDeliveries.Outcome>(replay => replay.OneAsync(id, delivery.Id, caller, Ct)));
            Assert.Null(await world.UseAsync<ShowEndpoints, ShowEndpoints.View?>(show => show.OneAsync(id, null, false, caller, Ct)));
            Assert.Null(await world.UseAsync<ShowEndpoints, ShowEndpoints.One?>(show => show.DeliveryAsync(id, delivery.Id, caller, Ct)));
            Assert.IsType<WriteEndpoint.Outcome.NoSuchEndpoint>(await world.UseAsync<WriteEndpoint, WriteEndpoint.Outcome>(
                write => write.ChangeAsync(id, 1, new EndpointWords("http://127.0.0.1/", null, true, []), caller, Ct)));
        }
    }

    [Fact]
    public async Task The_log_is_a_walk_from_page_to_page()
    {
        await using var world = await World.CreateAsync();
        var (id, _) = await world.EndpointAsync(Nowhere);
        var total = ShowEndpoints.PageLength + 3;

        for (var i = 0; i < total; i++)
        {
            await world.UseAsync<SwitchEndpoint, bool>(turn => turn.TestAsync(id, world.Caller, Ct));
        }

        var first = (await world.UseAsync<ShowEndpoints, ShowEndpoints.View?>(show => show.OneAsync(id, null, false, world.Caller, Ct)))!;
        var second = (await world.UseAsync<ShowEndpoints, ShowEndpoints.View?>(show => show.OneAsync(id, first.Older, false, world.Caller, Ct)))!;

        Assert.Equal(Enumerable.Range(1, total).Reverse().Select(n => (long)n), first.Lines.Concat(second.Lines).Select(line => line.Delivery.Sequence));
        Assert.Null(second.Older);
        Assert.Equal(total, first.Counts.Waiting);
    }
}
