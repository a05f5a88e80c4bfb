#if STRIPE_NET
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PayPage.Processors.Stripe;
using PayPage.Unit.Processors.Stripe;
using PayPage.Unit.StripeStandIn;
using PayPage.Unit.Support;
using static PayPage.Unit.Processors.Stripe.StripeApiContractTests;

namespace PayPage.Unit.Processors.StripeNet;

/// <summary>What holds for the library beside the promises that every way to Stripe keeps.</summary>
public sealed class StripeNetTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly StripeWindow Window = new(Start.AddMinutes(-1).AddMilliseconds(900), Start.AddMinutes(10).ToOffset(TimeSpan.FromHours(5)));

    private static readonly Dictionary<string, Func<IStripeApi, string, Task>> Calls = new()
    {
        ["create an intent"] = (api, key) => api.CreateIntentAsync(Order(), "k1", key, Ct),
        ["create an intent with odd words"] = (api, key) => api.CreateIntentAsync(
            Order() with { Description = "Größe #1 / é+&= [x]", Metadata = new Dictionary<string, string> { ["a"] = "1 % é+&=[x]" } }, "k1", key, Ct),
        ["create an intent with nothing to say"] = (api, key) => api.CreateIntentAsync(Order() with { Metadata = new Dictionary<string, string>() }, "k1", key, Ct),
        ["get an intent"] = (api, key) => api.GetIntentAsync("pi_a/../b?c", key, Ct),
        ["cancel an intent"] = (api, key) => api.CancelIntentAsync("pi_1", key, Ct),
        ["list intents"] = (api, key) => api.ListIntentsAsync(Window, null, key, Ct),
        ["list intents further"] = (api, key) => api.ListIntentsAsync(Window with { To = null }, "pi_1", key, Ct),
        ["create a session"] = (api, key) => api.CreateSessionAsync(SessionOrder(), "s1", key, Ct),
        ["create a session in any language"] = (api, key) => api.CreateSessionAsync(
            SessionOrder() with { Locale = null, SuccessUrl = new Uri("https://pay.example/p/é?x={CHECKOUT_SESSION_ID}&y=1") }, "s1", key, Ct),
        ["get a session"] = (api, key) => api.GetSessionAsync("cs_1", key, Ct),
        ["end a session"] = (api, key) => api.ExpireSessionAsync("cs_1", key, Ct),
        ["list sessions"] = (api, key) => api.ListSessionsAsync(Window, null, key, Ct),
        ["list sessions further"] = (api, key) => api.ListSessionsAsync(Window, "cs_1", key, Ct),
        ["refund"] = (api, key) => api.CreateRefundAsync(new StripeRefundOrder("pi_1", 300, new Dictionary<string, string> { ["paypage_refund"] = "ref_1" }), "r1", key, Ct),
        ["get a refund"] = (api, key) => api.GetRefundAsync("re_1", key, Ct),
        ["list refunds"] = (api, key) => api.ListRefundsAsync("pi_1", null, key, Ct),
        ["list refunds further"] = (api, key) => api.ListRefundsAsync("pi_1", "re_1", key, Ct),
        ["get the account"] = (api, key) => api.GetAccountAsync(key, Ct),
        ["list events"] = (api, key) => api.ListEventsAsync(Window, ["payment_intent.succeeded", "refund.failed"], null, key, Ct),
        ["list events further"] = (api, key) => api.ListEventsAsync(Window, ["refund.failed"], "evt_1", key, Ct),
    };

    private StripeServer _server = null!;    // made before each test

    public static TheoryData<string> CallNames => [.. Calls.Keys];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await StripeServer.StartAsync(new ManualClock(Start));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public void The_library_speaks_the_version_that_everything_here_is_written_for() =>
        Assert.Equal(StripeVersion.Pinned, global::Stripe.StripeConfiguration.ApiVersion);

    [Theory]
    [MemberData(nameof(CallNames))]
    public async Task Both_clients_ask_the_same_of_Stripe(string call)
    {
        await Calls[call](StripeApis.Make(StripeApis.Http, _server.Url), _server.SecretKey);
        await Calls[call](StripeApis.Make(StripeApis.Net, _server.Url), _server.SecretKey);

        Assert.Equal(2, _server.Calls.Count);
        Assert.Equal((_server.Calls[0].Call, _server.Calls[0].Parameters, _server.Calls[0].Status), (_server.Calls[1].Call, _server.Calls[1].Parameters, _server.Calls[1].Status));
        Assert.NotEqual(0, _server.Calls[0].Status);

        // Where we give none, the library makes one that lasts for the call alone.
        Assert.True(_server.Calls[0].IdempotencyKey is null || _server.Calls[0].IdempotencyKey == _server.Calls[1].IdempotencyKey);
    }

    [Fact]
    public async Task No_call_is_left_out_of_the_comparison()
    {
        var api = StripeApis.Make(StripeApis.Net, _server.Url);

        foreach (var call in Calls.Values)
        {
            await call(api, _server.SecretKey);
        }

        Assert.Equal(typeof(IStripeApi).GetMethods().Length, _server.Calls.Select(c => c.Call).Distinct().Count());
    }

    [Fact]
    public async Task Canceling_twice_asks_twice()
    {
        var api = StripeApis.Make(StripeApis.Net, _server.Url);
        var made = Value(await api.CreateIntentAsync(Order(), "k1", _server.SecretKey, Ct));
        await api.CancelIntentAsync(made.Id, _server.SecretKey, Ct);

        Assert.Equal("payment_intent_unexpected_state", Fault(await api.CancelIntentAsync(made.Id, _server.SecretKey, Ct)).Code);
    }

    [Fact]
    public async Task An_operator_hears_that_the_library_does_not_understand_Stripe_any_more()
    {
        await using var stripe = new RawStripe(200, """{"id":"pi_1","amount":"many"}""");
        await using var services = StripeApis.Services(stripe.Url);
        var log = new KeptLog();
        services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        Value(await services.GetRequiredService<IStripeApi>().GetIntentAsync("pi_1", "sk_test_1", Ct));

        var line = Assert.Single(log.Lines);
        Assert.Equal((5301, LogLevel.Warning), (line.Id, line.Level));
        Assert.Contains("req_raw", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_leaves_nothing_in_the_home_folder()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "stripe");
        string[] Left() => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O}").Order(StringComparer.Ordinal)] : [];
        var before = Left();
        var api = StripeApis.Make(StripeApis.Net, _server.Url);
        await api.GetAccountAsync(_server.SecretKey, Ct);
        await api.GetAccountAsync(_server.SecretKey, Ct);

        Assert.Equal(before, Left());
    }
}
#endif
