using System.Text.Json;
using PayPage.Processors.Stripe;
using PayPage.Unit.StripeStandIn;
using PayPage.Unit.Support;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>What every way to Stripe promises, whichever is compiled in.</summary>
public sealed class StripeApiContractTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Start);
    private StripeServer _server = null!;    // made before each test

    public static TheoryData<string> Ways => StripeApis.All;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Key => _server.SecretKey;

    public async ValueTask InitializeAsync() => _server = await StripeServer.StartAsync(_clock);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_intent_is_made_read_and_canceled(string way)
    {
        var api = Api(way);
        var made = Value(await api.CreateIntentAsync(Order() with { Amount = 1250, Currency = "eur" }, "k1", Key, Ct));

        Assert.Equal((1250, "eur", "requires_payment_method"), (made.Amount, made.Currency, made.Status));
        Assert.Equal("INV-7", Assert.Single(_server.Book.Intents).Description);
        Assert.Equal(_server.Book.Intents[0].ClientSecret, made.ClientSecret);
        Assert.Equal(made.ClientSecret, Value(await api.GetIntentAsync(made.Id, Key, Ct)).ClientSecret);
        Assert.Equal("canceled", Value(await api.CancelIntentAsync(made.Id, Key, Ct)).Status);
        Assert.Equal("abandoned", _server.Book.Intents[0].CancellationReason);

        var again = Fault(await api.CancelIntentAsync(made.Id, Key, Ct));

        Assert.Equal((400, "invalid_request_error", "payment_intent_unexpected_state"), (again.Status, again.Type, again.Code));
        Assert.StartsWith("req_", again.RequestId, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_sent_along_comes_back_letter_by_letter(string way)
    {
        var odd = new Dictionary<string, string> { ["paypage_payment"] = "pay_1", ["paypage_merchant"] = "Käse & Söhne = 100 % [x]+é€ “q”" };
        var made = Value(await Api(way).CreateIntentAsync(Order() with { Metadata = odd, Description = "Größe #1 / é+&=" }, "k1", Key, Ct));

        Assert.Equal(odd, _server.Book.Intents[0].Metadata);
        Assert.Equal("Größe #1 / é+&=", _server.Book.Intents[0].Description);
        Assert.Equal(odd, made.Metadata!.ToDictionary());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_same_key_makes_one_intent_and_another_order_under_it_is_refused(string way)
    {
        var api = Api(way);
        var first = Value(await api.CreateIntentAsync(Order(), "k1", Key, Ct));

        Assert.Equal(first.Id, Value(await api.CreateIntentAsync(Order(), "k1", Key, Ct)).Id);
        Assert.Equal("idempotency_error", Fault(await api.CreateIntentAsync(Order() with { Amount = 1300 }, "k1", Key, Ct)).Type);
        Assert.Single(_server.Book.Intents);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_session_is_made_read_paid_and_not_ended_afterwards(string way)
    {
        var api = Api(way);
        var made = Value(await api.CreateSessionAsync(SessionOrder(), "s1", Key, Ct));
        var kept = Assert.Single(_server.Book.Sessions);

        Assert.Equal(("open", "unpaid", 1250, "usd", "pay_1"), (made.Status, made.PaymentStatus, made.AmountTotal, made.Currency, made.ClientReference));
        Assert.Null(made.Intent);
        Assert.Equal(new Uri(_server.Url, $"c/pay/{made.Id}").AbsoluteUri, made.Url);
        Assert.Equal(("INV-7", "de", "https://pay.example/p/t/return", "https://pay.example/p/t/return?no"), (kept.Item, kept.Locale, kept.SuccessUrl, kept.CancelUrl));
        Assert.Equal(Start.AddMinutes(35).ToUnixTimeSeconds(), kept.ExpiresAt);
        Assert.Equal(("a", "b"), (kept.Metadata["x"], kept.IntentMetadata["x"]));

        PayAtStripe(kept, TestNumbers.Mastercard);
        var paid = Value(await api.GetSessionAsync(made.Id, Key, Ct));

        Assert.Equal(("complete", "paid", null, "succeeded"), (paid.Status, paid.PaymentStatus, paid.Url, paid.Intent!.Status));
        Assert.Equal(("card", "mastercard", "4444"), (paid.Intent.LatestCharge!.Instrument!.Type, paid.Intent.LatestCharge.Instrument.Brand, paid.Intent.LatestCharge.Instrument.Last4));
        Assert.Equal(400, Fault(await api.ExpireSessionAsync(made.Id, Key, Ct)).Status);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_open_session_is_ended(string way)
    {
        var api = Api(way);
        var made = Value(await api.CreateSessionAsync(SessionOrder() with { Locale = null }, "s1", Key, Ct));

        Assert.Null(_server.Book.Sessions[0].Locale);
        Assert.Equal(("expired", null), (Value(await api.ExpireSessionAsync(made.Id, Key, Ct)) is var ended ? ended.Status : "", ended.Url));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_intent_tells_with_what_it_was_paid_and_why_a_try_failed(string way)
    {
        var api = Api(way);
        var made = Value(await api.CreateIntentAsync(Order(), "k1", Key, Ct));
        Assert.Throws<StripeRefusedException>(() => _server.Book.Confirm(_server.Book.Intents[0], TestNumbers.Read(TestNumbers.InsufficientFunds), "https://x"));

        var declined = Value(await api.GetIntentAsync(made.Id, Key, Ct));
        Assert.Equal(("requires_payment_method", "card_declined", "failed"), (declined.Status, declined.LastErrorCode, declined.LatestCharge!.Status));

        _server.Book.Confirm(_server.Book.Intents[0], TestNumbers.Read(TestNumbers.Visa), "https://x");
        var paid = Value(await api.GetIntentAsync(made.Id, Key, Ct));

        Assert.Equal(("succeeded", null), (paid.Status, paid.LastErrorCode));
        Assert.Equal(("card", "visa", "4242"), (paid.LatestCharge!.Instrument!.Type, paid.LatestCharge.Instrument.Brand, paid.LatestCharge.Instrument.Last4));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Lists_keep_to_their_window_and_go_on_page_by_page(string way)
    {
        var api = Api(way);

        for (var i = 0; i < 103; i++)
        {
            _server.Book.CreateIntent(1000 + i, "usd", null, []);
        }

        _clock.Advance(TimeSpan.FromHours(1));
        _server.Book.CreateIntent(5000, "usd", null, []);

        var window = new StripeWindow(Start.AddMinutes(-1), Start.AddMinutes(10));
        var first = Value(await api.ListIntentsAsync(window, null, Key, Ct));
        var second = Value(await api.ListIntentsAsync(window, first.Data[^1].Id, Key, Ct));

        Assert.Equal((100, true, 3, false), (first.Data.Count, first.HasMore, second.Data.Count, second.HasMore));
        Assert.Equal(Enumerable.Range(0, 103).Select(i => (long?)(1102 - i)), first.Data.Concat(second.Data).Select(i => i.Amount));
        Assert.Equal(5000, Assert.Single(Value(await api.ListIntentsAsync(new StripeWindow(Start.AddMinutes(30)), null, Key, Ct)).Data).Amount);

        var session = Value(await api.CreateSessionAsync(SessionOrder() with { ExpiresAt = Start.AddHours(2) }, "s1", Key, Ct));

        Assert.Equal(session.Id, Assert.Single(Value(await api.ListSessionsAsync(new StripeWindow(Start.AddMinutes(30)), null, Key, Ct)).Data).Id);
        Assert.Empty(Value(await api.ListSessionsAsync(window, null, Key, Ct)).Data);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_refund_is_made_read_and_listed(string way)
    {
        var api = Api(way);
        var intent = PaidIntent(TestNumbers.SlowRefund);
        var made = Value(await api.CreateRefundAsync(new StripeRefundOrder(intent.Id, 300, new Dictionary<string, string> { ["paypage_refund"] = "ref_1" }), "r1", Key, Ct));

        Assert.Equal(("pending", "processing", 300, "usd", intent.Id, "ref_1"), (made.Status, made.PendingReason, made.Amount, made.Currency, made.Intent, made.Metadata!["paypage_refund"]));

        await _server.SettleRefundAsync(made.Id, succeeds: false);
        var failed = Value(await api.GetRefundAsync(made.Id, Key, Ct));

        Assert.Equal(("failed", "expired_or_canceled_card"), (failed.Status, failed.FailureReason));
        Assert.Equal(made.Id, Assert.Single(Value(await api.ListRefundsAsync(intent.Id, null, Key, Ct)).Data).Id);
        Assert.Equal("resource_missing", Fault(await api.CreateRefundAsync(new StripeRefundOrder("pi_none", 300, new Dictionary<string, string>()), "r2", Key, Ct)).Code);
        Assert.Equal((404, "resource_missing"), (Fault(await api.GetRefundAsync("re_none", Key, Ct)) is var none ? none.Status : 0, none.Code));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_account_tells_its_name_and_whether_it_may_charge(string way)
    {
        _server.ChargesEnabled = false;
        var account = Value(await Api(way).GetAccountAsync(Key, Ct));

        Assert.Equal((_server.AccountId, "Stand-in Shop", false), (account.Id, account.Name, account.ChargesEnabled));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Missed_events_come_whole_and_only_of_the_kinds_asked_for(string way)
    {
        _server.Hooks.Mode = HookMode.Lose;
        var intent = PaidIntent(TestNumbers.Visa);
        _server.Hooks.All.Single(h => h.Type == "charge.succeeded").Delivered = true;

        var page = Value(await Api(way).ListEventsAsync(new StripeWindow(Start), ["payment_intent.succeeded", "charge.succeeded"], null, Key, Ct));
        var only = Assert.Single(page.Data);

        using var json = JsonDocument.Parse(only.Body);
        Assert.Equal(only.Id, json.RootElement.GetProperty("id").GetString());
        Assert.Equal(("payment_intent.succeeded", intent.Id), (json.RootElement.GetProperty("type").GetString(), json.RootElement.GetProperty("data").GetProperty("object").GetProperty("id").GetString()));
        Assert.False(json.RootElement.GetProperty("livemode").GetBoolean());
    }

    private IStripeApi Api(string way) => StripeApis.Make(way, _server.Url);

    internal static StripeIntentOrder Order() => new(1250, "usd", "INV-7", new Dictionary<string, string> { ["paypage_payment"] = "pay_1" });

    internal static StripeSessionOrder SessionOrder() => new(
        1250, "usd", "INV-7", "pay_1", new Uri("https://pay.example/p/t/return"), new Uri("https://pay.example/p/t/return?no"), Start.AddMinutes(35), "de",
        new Dictionary<string, string> { ["x"] = "a" }, new Dictionary<string, string> { ["x"] = "b" });

    internal static T Value<T>(StripeAnswer<T> answer)
        where T : class => Assert.IsType<StripeAnswer<T>.Ok>(answer).Value;

    internal static StripeFault Fault<T>(StripeAnswer<T> answer)
        where T : class => Assert.IsType<StripeAnswer<T>.Refused>(answer).Fault;

    private Intent PaidIntent(string number)
    {
        var intent = _server.Book.CreateIntent(1250, "usd", null, []);
        _server.Book.Confirm(intent, TestNumbers.Read(number), "https://x");
        return intent;
    }

    private void PayAtStripe(Session session, string number)
    {
        session.Intent = _server.Book.CreateIntent(session.Amount, session.Currency, null, session.IntentMetadata, session);
        _server.Book.Confirm(session.Intent, TestNumbers.Read(number), "https://x");
    }
}
