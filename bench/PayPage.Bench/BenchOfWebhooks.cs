using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Webhooks;
using PayPage.UseCases.Events;
using PayPage.UseCases.Webhooks;

namespace PayPage.Bench;

/// <summary>Webhooks to a receiver on this machine, by the site's own worker, beside a loop that posts the same bytes and remembers nothing.</summary>
internal static class BenchOfWebhooks
{
    private const int Events = 1_000;
    private const int AtOnce = ClaimDelivery.MostPerEndpoint;

    public static async Task RunAsync()
    {
        var received = 0;
        await using var receiver = await ReceiverAsync(() => Interlocked.Increment(ref received));
        var address = new Uri(receiver.Urls.Single());
        await using var shop = await ListedShop.OpenAsync(0);
        await AnnounceAsync(shop, address);

        var begun = Stopwatch.GetTimestamp();
        var worker = shop.Worker("PayPage.Workers.WebhookWorker");
        await worker.StartAsync(CancellationToken.None);

        while (Volatile.Read(ref received) < Events)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        var ours = Events / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await worker.StopAsync(CancellationToken.None);
        var bare = await BareAsync(address);

        Console.WriteLine($"\n{Events} webhooks to one endpoint on this machine, {AtOnce} in flight, each claimed, signed and written down in SQLite\n");
        Console.WriteLine($"| webhooks per second | bare POST loop | ratio |\n|---|---|---|\n| {ours:0} | {bare:0} | {ours / bare:0.000} |");
    }

    private static async Task<WebApplication> ReceiverAsync(Action count)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = builder.Build();
        receiver.MapPost("/", () => count());
        await receiver.StartAsync();
        return receiver;
    }

    private static async Task AnnounceAsync(ListedShop shop, Uri address) => await shop.UseAsync<IServiceProvider, bool>(async services =>
    {
        var write = services.GetRequiredService<WriteSeam>();
        var endpoint = new WebhookEndpoint
        {
            Id = WebhookEndpointId.New(services.GetRequiredService<IdSource>()),
            MerchantId = shop.Caller.MerchantId,
            Mode = shop.Caller.Mode,
            Url = address,
            SealedSecrets = services.GetRequiredService<IWebhookVault>().Seal(new WebhookSecrets(WebhookSecrets.New(services.GetRequiredService<RandomBytes>()))),
            CreatedAt = TimeProvider.System.GetUtcNow(),
        };
        await write.RunAsync((unit, _) => Task.FromResult(unit.Db.Endpoints.Add(endpoint)), CancellationToken.None);
        var announce = services.GetRequiredService<Announce>();

        for (var i = 0; i < Events; i++)
        {
            await write.RunAsync(
                (unit, _) =>
                {
                    announce.OfTest(unit, endpoint);
                    return Task.CompletedTask;
                },
                CancellationToken.None);
        }

        return true;
    });

    private static async Task<double> BareAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var body = new byte[400];
        var begun = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            for (var i = 0; i < Events / AtOnce; i++)
            {
                using var content = new ByteArrayContent(body);
                using var answer = (await client.PostAsync(address, content)).EnsureSuccessStatusCode();
            }
        }));

        return Events / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
