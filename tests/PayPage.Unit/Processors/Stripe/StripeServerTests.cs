using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PayPage.Unit.StripeStandIn;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>What the local Stripe does for browsers and on its own account. Tests that lean on it would prove nothing if it were lenient.</summary>
public sealed class StripeServerTests : IAsyncLifetime
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private StripeServer _server = null!;    // made before each test

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await StripeServer.StartAsync();
        _server.Hooks.Pause = TimeSpan.FromMilliseconds(5);
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return _server.DisposeAsync();
    }

    [Theory]
    [InlineData("/v1/payment_intents", "amount=1250&currency=usd&payment_method_types[0]=card", "parameter_unknown")]
    [InlineData("/v1/payment_intents", "amount=1250&currency=usd&metadata[a][b]=1", "parameter_unknown")]
    [InlineData("/v1/payment_intents", "amount=12.50&currency=usd", "parameter_invalid_integer")]
    [InlineData("/v1/payment_intents", "amount=49&currency=usd", "amount_too_small")]
    [InlineData("/v1/payment_intents", "amount=100000000&currency=usd", "amount_too_large")]
    [InlineData("/v1/payment_intents", "currency=usd", "parameter_missing")]
    [InlineData("/v1/payment_intents", "amount=1250&currency=USD", null)]
    [InlineData("/v1/checkout/sessions", "line_items[0][quantity]=1", "parameter_missing")]
    [InlineData("/v1/refunds", "payment_intent=pi_none&amount=5", "resource_missing")]
    public async Task A_call_that_Stripe_would_refuse_is_refused_and_not_remembered(string path, string form, string? code)
    {
        using var answer = await AskAsync(path, form);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Ct));
        var error = json.RootElement.GetProperty("error");

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound);
        Assert.Equal(("invalid_request_error", code), (error.GetProperty("type").GetString(), error.GetProperty("code").GetString()));
        Assert.Empty(_server.Idempotency.Seen);
    }

    [Fact]
    public async Task Another_version_and_no_key_are_refused()
    {
        using var old = await AskAsync("/v1/payment_intents", "amount=1250&currency=usd", version: "2020-08-27");
        using var stranger = await AskAsync("/v1/payment_intents", "amount=1250&currency=usd", key: "sk_test_other");
        using var browser = await AskAsync("/v1/payment_intents", "amount=1250&currency=usd", key: _server.PublishableKey);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], new[] { old, stranger, browser }.Select(a => a.StatusCode));
    }

    [Fact]
    public async Task The_same_key_gives_the_first_answer_again_and_says_so()
    {
        using var first = await AskAsync("/v1/payment_intents", "amount=1250&currency=usd");
        using var again = await AskAsync("/v1/payment_intents", "currency=usd&amount=1250");
        using var other = await AskAsync("/v1/payment_intents", "amount=1300&currency=usd");

        Assert.Equal(await first.Content.ReadAsStringAsync(Ct), await again.Content.ReadAsStringAsync(Ct));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Contains("idempotency_error", await other.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_confirms_with_the_publishable_key_and_the_client_secret()
    {
        var intent = _server.Book.CreateIntent(1250, "usd", null, []);
        using var stranger = await ConfirmAsync(intent, TestNumbers.Visa, secret: "pi_x_secret_y");
        using var declined = await ConfirmAsync(intent, TestNumbers.Declined);
        using var paid = await ConfirmAsync(intent, TestNumbers.Visa);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.PaymentRequired, HttpStatusCode.OK], new[] { stranger, declined, paid }.Select(a => a.StatusCode));
        Assert.Equal("*", paid.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("succeeded", intent.Status);
    }

    [Theory]
    [InlineData(TestNumbers.NeedsApproval, "approve", "succeeded")]
    [InlineData(TestNumbers.NeedsApproval, "refuse", "requires_payment_method")]
    [InlineData(TestNumbers.ApprovedThenDeclined, "approve", "requires_payment_method")]
    public async Task A_bank_asks_its_customer_and_leads_back(string number, string answer, string status)
    {
        var intent = _server.Book.CreateIntent(1250, "usd", null, []);
        using var asked = await ConfirmAsync(intent, number);
        using var json = JsonDocument.Parse(await asked.Content.ReadAsStreamAsync(Ct));
        var page = json.RootElement.GetProperty("next_action").GetProperty("redirect_to_url").GetProperty("url").GetString()!;
        Assert.Equal("requires_action", intent.Status);

        using var back = await _browser.PostAsync(new Uri(page), Form($"answer={answer}"), Ct);

        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.StartsWith($"https://pay.example/return?payment_intent={intent.Id}&", back.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(status, intent.Status);
    }

    [Fact]
    public async Task The_checkout_page_takes_a_second_card_and_leads_back()
    {
        using var made = await AskAsync(
            "/v1/checkout/sessions",
            "mode=payment&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=1250&line_items[0][price_data][product_data][name]=INV-7"
            + "&success_url=https://pay.example/ok&cancel_url=https://pay.example/no");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var page = new Uri(_server.Url, $"c/pay/{_server.Book.Sessions.Single().Id}");

        Assert.Contains("https://pay.example/no", await _browser.GetStringAsync(page, Ct), StringComparison.Ordinal);
        using var declined = await _browser.PostAsync(page, Form($"number={TestNumbers.Declined}"), Ct);
        Assert.Contains("Your card was declined.", await declined.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var paid = await _browser.PostAsync(page, Form("number=4242 4242 4242 4242"), Ct);

        Assert.Equal("https://pay.example/ok", paid.Headers.Location!.AbsoluteUri);
        Assert.Equal("complete", _server.Book.Sessions.Single().Status);
        Assert.Contains("This session is complete.", await _browser.GetStringAsync(page, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_tried_again_sent_twice_held_turned_round_or_lost_as_a_test_wants()
    {
        await using var site = await SignedReceiver.StartAsync();
        _server.Hooks.Url = site.Url;

        site.Refusals = 2;
        _server.Book.CreateIntent(1250, "usd", null, []);
        await _server.Hooks.IdleAsync();
        Assert.Equal((3, true), (site.All.Count, _server.Hooks.All[^1].Delivered));

        _server.Hooks.Mode = HookMode.Thrice;
        _server.Book.CreateIntent(1250, "usd", null, []);
        await _server.Hooks.IdleAsync();
        Assert.Equal((6, 1), (site.All.Count, site.All.Skip(3).Select(t => t.EventId).Distinct().Count()));

        _server.Hooks.Mode = HookMode.Hold;
        var intent = _server.Book.CreateIntent(1250, "usd", null, []);
        _server.Book.Cancel(intent, "abandoned");
        Assert.Equal(6, site.All.Count);
        await _server.Hooks.ReleaseAsync(reversed: true);
        Assert.Equal(["payment_intent.canceled", "payment_intent.created"], site.All.Skip(6).Select(t => t.Type));

        _server.Hooks.Mode = HookMode.Lose;
        _server.Book.CreateIntent(1250, "usd", null, []);
        await _server.Hooks.IdleAsync();
        Assert.Equal((8, false), (site.All.Count, _server.Hooks.All[^1].Delivered));
    }

    private Task<HttpResponseMessage> ConfirmAsync(Intent intent, string number, string? secret = null) => _browser.PostAsync(
        new Uri(_server.Url, $"v1/payment_intents/{intent.Id}/confirm"),
        Form($"key={_server.PublishableKey}&client_secret={secret ?? intent.ClientSecret}&return_url=https://pay.example/return&payment_method_data[type]=card&payment_method_data[card][number]={number}"), Ct);

    private async Task<HttpResponseMessage> AskAsync(string path, string form, string? version = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Url, path)) { Content = Form(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key ?? _server.SecretKey);
        request.Headers.Add("Stripe-Version", version ?? StripeServer.Version);
        request.Headers.Add("Idempotency-Key", "k1");
        return await _browser.SendAsync(request, Ct);
    }

    private static FormUrlEncodedContent Form(string plain) =>
        new(plain.Split('&').Select(p => KeyValuePair.Create(p[..p.IndexOf('=', StringComparison.Ordinal)], p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..])));
}
