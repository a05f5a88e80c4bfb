using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PayPage.Processors.Stripe;
using PayPage.Unit.Support;
using static PayPage.Unit.Processors.Stripe.StripeApiContractTests;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>Answers that Stripe never gives, or gives one day: what every way to Stripe makes of them.</summary>
public sealed class StripeOddAnswerTests
{
    private const string Key = "sk_test_oddAnswers0001";

    public static TheoryData<string> Ways => StripeApis.All;

    /// <summary>Nobody knows what was done.</summary>
    public static TheoryData<string, int, string> Unreadable => ForAllWays(
        (200, ""), (200, "null"), (200, "[]"), (200, "{}"), (200, "\"pi_1"), (200, """{"id":null}"""), (200, """{"id":""}"""), (200, "<html></html>"),
        (201, """{"id":"pi_1"}"""), (202, ""), (302, """{"id":"pi_1"}"""),
        (400, ""), (400, "null"), (400, "[]"), (400, "\"x\""), (400, """{"error":null}"""), (400, """{"error":"x","error_description":"d"}"""), (400, """{"error":{}}"""), (404, "<html></html>"),
        (500, """{"error":{"type":"invalid_request_error"}}"""), (503, ""));

    /// <summary>Readable, though not as expected: what is missing or of another kind is missing, and never zero.</summary>
    public static TheoryData<string, int, string> Readable => ForAllWays(
        (200, """{"id":"pi_1"}"""), (200, """{"id":"pi_1","amount":"many","metadata":[],"latest_charge":null}"""), (200, """{"id":"pi_1","amount":1.5,"currency":7,"status":{}}"""),
        (200, """{"id":"pi_1","unheard":{"of":[1,2]}}"""), (200, """{"object":"payment_intent","id":"pi_1","created":"yesterday"}"""));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_cannot_be_read_is_no_answer(string way, int status, string body)
    {
        await using var stripe = new RawStripe(status, body);
        var answer = await StripeApis.Make(way, stripe.Url).CreateIntentAsync(Order(), "k1", Key, Ct);

        Assert.Equal("req_raw", Assert.IsType<StripeAnswer<StripeIntent>.NoAnswer>(answer).RequestId);
        Assert.Single(stripe.Asked);
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task What_is_missing_is_missing_and_not_zero(string way, int status, string body)
    {
        await using var stripe = new RawStripe(status, body);
        var intent = Value(await StripeApis.Make(way, stripe.Url).GetIntentAsync("pi_1", Key, Ct));

        Assert.Equal(new StripeIntent("pi_1"), intent);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task New_words_are_passed_on_as_they_are(string way)
    {
        await using var stripe = new RawStripe(200, """{"id":"pi_1","amount":5,"currency":"usd","status":"thinking","metadata":{"a":"b","c":1}}""");
        var intent = Value(await StripeApis.Make(way, stripe.Url).GetIntentAsync("pi_1", Key, Ct));

        Assert.Equal((5, "usd", "thinking"), (intent.Amount, intent.Currency, intent.Status));
        Assert.Equal(new Dictionary<string, string> { ["a"] = "b" }, intent.Metadata);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_refusal_is_told_in_full(string way)
    {
        await using var stripe = new RawStripe(402, """{"error":{"type":"card_error","code":"card_declined","decline_code":"do_not_honor","message":"No."}}""");
        var fault = Fault(await StripeApis.Make(way, stripe.Url).CreateIntentAsync(Order(), "k1", Key, Ct));

        Assert.Equal(new StripeFault(402, "card_error", "card_declined", "do_not_honor", "No.", "req_raw"), fault);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task One_odd_event_does_not_hide_the_others(string way)
    {
        await using var stripe = new RawStripe(
            200, """{"object":"list","data":[{"object":"event","id":"evt_1","data":{"object":{"object":"refund","id":"re_1","amount":{}}}},{"object":"v2.core.event","id":"evt_2"}],"has_more":false}""");
        var page = Value(await StripeApis.Make(way, stripe.Url).ListEventsAsync(new StripeWindow(DateTimeOffset.UnixEpoch), ["refund.created"], null, Key, Ct));

        Assert.Equal(["evt_1", "evt_2"], page.Data.Select(e => e.Id));
        Assert.Equal("""{"object":"v2.core.event","id":"evt_2"}""", page.Data[1].Body);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_answer_without_end_is_not_read(string way)
    {
        await using var stripe = new RawStripe(200, $$"""{"id":"pi_1","description":"{{new string('x', (int)StripeHttp.LargestAnswer)}}"}""");

        Assert.IsType<StripeAnswer<StripeIntent>.NoAnswer>(await StripeApis.Make(way, stripe.Url).GetIntentAsync("pi_1", Key, Ct));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_door_that_shuts_after_stripe_asked_us_to_come_again_leaves_a_doubt(string way)
    {
        await using var stripe = new RawStripe(409, """{"error":{"type":"idempotency_error","code":"idempotency_key_in_use"}}""", connections: 1);

        Assert.IsType<StripeAnswer<StripeIntent>.NoAnswer>(await StripeApis.Make(way, stripe.Url).CreateIntentAsync(Order(), "k1", Key, Ct));
        Assert.Single(stripe.Asked);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_request_tells_the_key_the_version_and_nothing_of_this_machine(string way)
    {
        await using var stripe = new RawStripe(200, """{"id":"pi_1"}""");
        var api = StripeApis.Make(way, stripe.Url);
        await api.CreateIntentAsync(Order(), "k1", Key, Ct);
        await api.GetIntentAsync("pi_1", Key, Ct);    // what one call has learned, a second could tell

        Assert.Equal(2, stripe.Asked.Count);
        Assert.All(stripe.Asked, head =>
        {
            var lines = head.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            string[] names = [.. lines.Skip(1).Select(line => line.Split(':')[0]).Except(["content-type", "content-length", "idempotency-key", "traceparent"]).Order(StringComparer.Ordinal)];

            Assert.Equal(["authorization", "host", "stripe-version", "user-agent"], names);
            Assert.Contains($"stripe-version: {StripeVersion.Pinned}", lines);
            Assert.Contains("user-agent: paypage/1.0", lines);
            Assert.Contains($"authorization: bearer {Key.ToLowerInvariant()}", lines);
        });
        Assert.Contains("idempotency-key: k1", stripe.Asked[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "null")]
    [InlineData(200, """{"id":"pi_1","amount":"pi_1_secret_abc"}""")]
    [InlineData(400, """{"error":null}""")]
    [InlineData(401, """{"error":{"type":"invalid_request_error","message":"Invalid API Key provided: sk_test_oddAnswers0001"}}""")]
    public async Task No_secret_is_logged(int status, string body)
    {
        await using var stripe = new RawStripe(status, body);
        var log = new KeptLog();

        foreach (var way in StripeApis.All)
        {
            await using var services = StripeApis.Services(stripe.Url);
            services.GetRequiredService<ILoggerFactory>().AddProvider(log);
            var api = way == StripeApis.Http ? (IStripeApi)ActivatorUtilities.CreateInstance<HttpStripeApi>(services) : services.GetRequiredService<IStripeApi>();
            await api.CreateIntentAsync(Order(), "k1", Key, Ct);
        }

        Assert.Equal(StripeApis.All.Count, stripe.Asked.Count);
        Assert.DoesNotContain(Key, $"{log}", StringComparison.Ordinal);
        Assert.DoesNotContain("_secret_", $"{log}", StringComparison.Ordinal);
    }

    private static TheoryData<string, int, string> ForAllWays(params (int Status, string Body)[] answers)
    {
        var data = new TheoryData<string, int, string>();

        foreach (var way in StripeApis.All)
        {
            foreach (var (status, body) in answers)
            {
                data.Add(way, status, body);
            }
        }

        return data;
    }
}
