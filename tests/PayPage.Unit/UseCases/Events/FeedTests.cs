using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Unit.Support;
using PayPage.Unit.UseCases.Webhooks;
using PayPage.UseCases.Events;

namespace PayPage.Unit.UseCases.Events;

public sealed class FeedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_reader_who_goes_by_the_last_number_misses_nothing_that_many_write_at_once(string kind)
    {
        const int writers = 4, each = 10;
        await using var world = await World.CreateAsync(kind);
        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < each; i++)
                {
                    await world.InvoiceAsync(5000);
                }
            },
            Ct)));

        var (read, at) = (new List<long>(), 0L);

        while (read.Count < writers * each)
        {
            var page = await PageAsync(world, at, 7);
            read.AddRange(page.Bodies.Select(body => JsonDocument.Parse(body).RootElement.GetProperty("sequence").GetInt64()));
            at = page.Next;
            Assert.False(writing.IsFaulted, $"{writing.Exception}");
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, writers * each).Select(n => (long)n), read);
        Assert.Empty((await PageAsync(world, at, 7)).Bodies);
    }

    [Fact]
    public async Task An_empty_feed_is_a_page_and_its_place_is_good_for_later()
    {
        await using var world = await World.CreateAsync();
        var empty = await PageAsync(world, null, 10);
        Assert.Equal((0, 0L, false), (empty.Bodies.Count, empty.Next, empty.HasMore));

        await world.InvoiceAsync(5000);
        Assert.Single((await PageAsync(world, empty.Next, 10)).Bodies);
    }

    [Fact]
    public async Task Nobody_reads_another_merchants_or_modes_events()
    {
        await using var world = await World.CreateAsync();
        var (others, _) = await world.MerchantAsync();
        await world.InvoiceAsync(5000);

        foreach (var caller in new[] { others, world.Caller with { Mode = Mode.Live } })
        {
            Assert.Empty(Assert.IsType<ReadFeed.Outcome.Page>(await world.UseAsync<ReadFeed, ReadFeed.Outcome>(feed => feed.HandleAsync(null, 10, caller, Ct))).Bodies);
            Assert.IsType<ReadFeed.Outcome.NotYet>(await world.UseAsync<ReadFeed, ReadFeed.Outcome>(feed => feed.HandleAsync(1, 10, caller, Ct)));
        }
    }

    [Fact]
    public async Task What_is_too_old_goes_with_all_that_became_of_it_and_a_reader_who_missed_it_is_told()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        await world.InvoiceAsync(5000);
        await world.InvoiceAsync(5000);
        await world.TellAsync();
        world.Clock.Advance(TimeSpan.FromDays(91));
        var young = await world.InvoiceAsync(5000);

        await world.UseAsync<ForgetEvents, bool>(forget => forget.HandleAsync(Ct));

        Assert.Equal(young, Assert.Single(await world.EventsAsync()).InvoiceId);
        Assert.Single(await world.DeliveriesAsync(id));
        Assert.Equal(0, await world.ReadAsync(db => db.Attempts.CountAsync(Ct)));
        Assert.IsType<ReadFeed.Outcome.TooOld>(await world.UseAsync<ReadFeed, ReadFeed.Outcome>(feed => feed.HandleAsync(1, 10, world.Caller, Ct)));
        Assert.Single((await PageAsync(world, 2, 10)).Bodies);
        Assert.Single((await PageAsync(world, null, 10)).Bodies);
    }

    [Fact]
    public async Task An_endpoint_that_was_removed_goes_when_nothing_of_it_is_left()
    {
        await using var world = await World.CreateAsync();
        var (id, _) = await world.EndpointAsync(new Uri("http://127.0.0.1:9/"));
        await world.InvoiceAsync(5000);
        await world.UseAsync<PayPage.UseCases.Webhooks.SwitchEndpoint, bool>(turn => turn.RemoveAsync(id, world.Caller, Ct));
        await world.UseAsync<ForgetEvents, bool>(forget => forget.HandleAsync(Ct));
        Assert.NotNull(await world.EndpointAsync(id));

        world.Clock.Advance(TimeSpan.FromDays(91));
        await world.UseAsync<ForgetEvents, bool>(forget => forget.HandleAsync(Ct));
        Assert.Equal(0, await world.ReadAsync(db => db.Endpoints.CountAsync(Ct)));
    }

    private static async Task<ReadFeed.Outcome.Page> PageAsync(World world, long? after, int limit) =>
        Assert.IsType<ReadFeed.Outcome.Page>(await world.UseAsync<ReadFeed, ReadFeed.Outcome>(feed => feed.HandleAsync(after, limit, world.Caller, Ct)));
}
