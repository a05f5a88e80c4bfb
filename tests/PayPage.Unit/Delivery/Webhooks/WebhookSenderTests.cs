using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using PayPage.Delivery;
using PayPage.Domain.Webhooks;
using PayPage.Unit.Support;

namespace PayPage.Unit.Delivery.Webhooks;

public sealed class WebhookSenderTests : IAsyncDisposable
{
    private readonly List<ServiceProvider> _rooms = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task WO_03_a_redirect_is_a_failure_and_is_not_followed(int status)
    {
        await using var receiver = await HookReceiver.StartAsync();
        receiver.Answer = call =>
        {
            call.Response.StatusCode = status;
            call.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        var answer = Assert.IsType<WebhookAnswer.Answered>(await SendAsync(receiver.Url));

        Assert.Equal((status, false), (answer.Status, answer.IsSuccess));
        Assert.Equal("POST /hook", Assert.Single(receiver.All).Line);
    }

    [Theory]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://127.1/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://localhost./")]
    [InlineData("http://shop.example.com/")]
    public async Task WO_06_an_address_that_was_saved_while_more_was_allowed_is_not_sent_to(string address) =>
        Assert.IsType<WebhookAnswer.None>(await SendAsync(new Uri(address), allowsPrivate: false));

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task WO_06_at_the_connection_the_address_itself_is_judged_whatever_the_name_says(string host)
    {
        var guard = Room(allowsPrivate: false).GetRequiredService<PayPage.Delivery.Webhooks.GuardedConnection>();
        await Assert.ThrowsAsync<PayPage.Delivery.Webhooks.ForbiddenAddressException>(() => guard.LookUpAsync(host, Ct));
    }

    [Fact]
    public async Task WO_06_the_guard_stands_in_the_way_of_the_client_that_is_used()
    {
        await using var receiver = await HookReceiver.StartAsync();
        using var client = Room(allowsPrivate: false).GetRequiredService<IHttpClientFactory>().CreateClient(PayPage.Delivery.Webhooks.WebhookSender.ClientName);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(receiver.Url, Ct));

        Assert.IsType<PayPage.Delivery.Webhooks.ForbiddenAddressException>(refused.InnerException);
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task In_production_private_addresses_are_closed_unless_the_operator_opens_them()
    {
        Assert.NotNull(Room(null, "Production").GetRequiredService<IWebhookSender>().Objection(new Uri("http://127.0.0.1/")));
        Assert.Null(Room(true, "Production").GetRequiredService<IWebhookSender>().Objection(new Uri("http://127.0.0.1/")));
        Assert.Null(Room(null, "Development").GetRequiredService<IWebhookSender>().Objection(new Uri("http://127.0.0.1/")));
        Assert.True(await Room(false).GetRequiredService<IWebhookSender>().LeadsInsideAsync(new Uri("https://localhost/"), Ct));
        Assert.False(await Room(false).GetRequiredService<IWebhookSender>().LeadsInsideAsync(new Uri("https://1.1.1.1/"), Ct));
    }

    [Fact]
    public async Task WO_08_of_an_endless_answer_no_more_is_read_than_64_kB()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var pour = PourAsync(listener);

        var answer = await SendAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));

        Assert.Equal(200, Assert.IsType<WebhookAnswer.Answered>(answer).Status);
        Assert.InRange(await pour, 1, 100L << 20);    // what both systems' buffers hold, and not the gigabyte
    }

    [Fact]
    public async Task WO_08_a_body_that_drips_does_not_hold_us_the_status_is_all_we_want()
    {
        await using var receiver = await HookReceiver.StartAsync();
        receiver.Answer = async call =>
        {
            await call.Response.StartAsync(call.RequestAborted);
            await call.Response.Body.WriteAsync("x"u8.ToArray(), call.RequestAborted);
            await Task.Delay(Timeout.Infinite, call.RequestAborted);
        };

        var start = System.Diagnostics.Stopwatch.GetTimestamp();

        Assert.Equal(200, Assert.IsType<WebhookAnswer.Answered>(await SendAsync(receiver.Url)).Status);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task WO_08_an_answer_whose_head_drips_is_given_up_after_15_seconds()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var drip = DripAsync(listener);

        var answer = Assert.IsType<WebhookAnswer.None>(await SendAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/")));

        Assert.Equal("No answer came within 15 seconds.", answer.Reason);
        Assert.InRange(answer.Took.TotalSeconds, 14, 25);
        await drip;
    }

    [Fact]
    public async Task Whoever_is_not_there_is_no_answer_and_no_reason_names_an_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Equal("No connection could be made.", Assert.IsType<WebhookAnswer.None>(await SendAsync(new Uri($"http://127.0.0.1:{port}/"))).Reason);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", null)]
    [InlineData("soon", null)]
    [InlineData("Sat, 21 Nov 2026 12:02:00 GMT", 120)]
    [InlineData("Sat, 21 Nov 2020 12:02:00 GMT", null)]
    public async Task What_a_receiver_asks_for_is_read_in_seconds_and_as_a_date(string header, int? seconds)
    {
        await using var receiver = await HookReceiver.StartAsync();
        receiver.Answer = call =>
        {
            call.Response.StatusCode = 503;
            call.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        };

        Assert.Equal(seconds, Assert.IsType<WebhookAnswer.Answered>(await SendAsync(receiver.Url)).RetryAfter?.TotalSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var room in _rooms)
        {
            await room.DisposeAsync();
        }
    }

    private static async Task DripAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Ct);

        try
        {
            for (var i = 0; i < 60; i++)
            {
                await client.GetStream().WriteAsync("H"u8.ToArray(), Ct);
                await Task.Delay(1000, Ct);
            }
        }
        catch (IOException)
        {
            // Hung up on.
        }
    }

    /// <summary>A gigabyte is promised, and poured until the other side hangs up.</summary>
    /// <returns>How many bytes our own system took: a web server would go on counting after the end.</returns>
    private static async Task<long> PourAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Ct);
        var stream = client.GetStream();
        var chunk = new byte[16 * 1024];
        var poured = 0L;

        try
        {
            await stream.ReadExactlyAsync(chunk.AsMemory(0, 1), Ct);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n"u8.ToArray(), Ct);

            while (poured < 1L << 30)
            {
                await stream.WriteAsync(chunk, Ct);
                poured += chunk.Length;
            }
        }
        catch (IOException)
        {
            // Hung up on.
        }

        return poured;
    }

    private async Task<WebhookAnswer> SendAsync(Uri address, bool allowsPrivate = true) => await Room(allowsPrivate).GetRequiredService<IWebhookSender>().SendAsync(
        new WebhookRequest(address, Encoding.UTF8.GetBytes("{}"), "application/json; charset=utf-8", [("webhook-id", "evn_1")]), Ct);

    private ServiceProvider Room(bool? allowsPrivate, string environment = "Production")
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Webhooks:AllowPrivate", allowsPrivate?.ToString())]).Build();
        var room = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(allowsPrivate is null ? new ConfigurationBuilder().Build() : settings)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment })
            .AddSingleton<TimeProvider>(new ManualClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)))
            .AddWebhooks()
            .BuildServiceProvider();
        _rooms.Add(room);
        return room;
    }
}
