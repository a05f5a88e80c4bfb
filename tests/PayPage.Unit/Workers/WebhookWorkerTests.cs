using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PayPage.Domain.Merchants;
using PayPage.Domain.Webhooks;
using PayPage.Unit.Support;
using PayPage.Unit.UseCases.Webhooks;
using PayPage.Workers;

namespace PayPage.Unit.Workers;

public sealed class WebhookWorkerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WO_09_an_endpoint_that_hangs_keeps_nobody_elses_news_waiting()
    {
        const int news = 60;
        await using var world = await World.CreateAsync();
        await using var hanging = await HookReceiver.StartAsync();
        await using var healthy = await HookReceiver.StartAsync();
        hanging.Answer = call => Task.Delay(Timeout.Infinite, call.RequestAborted);
        var (others, _) = await world.MerchantAsync();

        // The first merchant's endpoints all hang, and there are more of them than one node sends at a time.
        for (var i = 0; i < WebhookEndpoint.Most; i++)
        {
            await world.EndpointAsync(hanging.Url);
        }

        await world.EndpointAsync(healthy.Url, others);
        await world.InvoiceAsync(5000);
        await world.InvoiceAsync(5000);
        using var worker = new WebhookWorker(world.Get<IServiceScopeFactory>(), TimeProvider.System, NullLogger<WebhookWorker>.Instance);
        await worker.StartAsync(Ct);
        await hanging.WaitAsync(Flights.MostPerMerchant, Ct);

        var start = Stopwatch.GetTimestamp();
        await world.Get<PayPage.Data.WriteSeam>().RunAsync(
            async (unit, token) =>
            {
                var endpoint = await unit.Db.Endpoints.AsNoTracking().SingleAsync(e => e.MerchantId == others.MerchantId, token);
                var announce = world.Get<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<PayPage.UseCases.Events.Announce>();

                for (var i = 0; i < news; i++)
                {
                    announce.OfTest(unit, endpoint);
                }
            },
            Ct);
        await healthy.WaitAsync(news, Ct);

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 14);    // less than one hang: nobody waited for one to end
        Assert.Equal(Flights.MostPerMerchant, hanging.All.Count);
        await worker.StopAsync(CancellationToken.None);
        Assert.Equal(0, await world.ReadAsync(db => db.Deliveries.CountAsync(d => d.LeasedUntil != null, Ct)));    // what hung was given back
    }

    [Fact]
    public async Task Half_of_the_room_is_kept_for_those_who_answer()
    {
        var flights = new Flights();
        using var end = new CancellationTokenSource();
        var forever = Task.Delay(Timeout.Infinite, end.Token);

        for (var i = 0; i < Flights.MostFailing; i++)
        {
            Assert.True(flights.HasRoomForFailing);
            flights.Add(Endpoint((byte)i, isFailing: true), forever);
        }

        Assert.False(flights.HasRoomForFailing);
        Assert.True(flights.RoomAsync(Ct).IsCompletedSuccessfully);
        Assert.Empty(flights.Crowded);

        for (var i = 0; i < Flights.Most - Flights.MostFailing; i++)
        {
            flights.Add(Endpoint(100, isFailing: false), forever);
        }

        Assert.Equal([new MerchantId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100))], flights.Crowded);
        var room = flights.RoomAsync(Ct);
        Assert.False(room.IsCompleted);
        await end.CancelAsync();
        await room;
        Assert.True(flights.HasRoomForFailing);
    }

    private static WebhookEndpoint Endpoint(byte merchant, bool isFailing)
    {
        var endpoint = new WebhookEndpoint
        {
            Id = default,
            MerchantId = new MerchantId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, merchant)),
            Mode = default,
            Url = new Uri("https://shop.example.com/"),
            SealedSecrets = [],
            CreatedAt = default,
        };

        if (isFailing)
        {
            typeof(WebhookEndpoint).GetProperty(nameof(endpoint.FailingSince))!.SetValue(endpoint, DateTimeOffset.UnixEpoch);
        }

        return endpoint;
    }
}
