using System.Net;
using System.Text.Json;
using PayPage.Domain.Processors;
using PayPage.Unit.StripeStandIn;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

/// <summary>One site whose merchant is paid through Stripe, and the local Stripe.</summary>
public sealed class StripeSiteFixture : IAsyncLifetime
{
    internal StripeServer Stripe { get; private set; } = null!;    // these three are set before any test runs

    internal RunningSite Site { get; private set; } = null!;

    internal HttpClient Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stripe = await StripeServer.StartAsync();
        Site = new RunningSite(("Stripe:BaseUrl", $"{Stripe.Url}"), ("Payments:FirstCheck", "00:10:00"));
        using var ready = await Site.ReadyBrowserAsync(CancellationToken.None);
        Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { BaseAddress = ready.BaseAddress };
        await Site.OpenStripeAsync(Stripe, CheckoutStyle.OnPage, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Site.DisposeAsync();
        await Stripe.DisposeAsync();
    }
}

/// <summary>The pay page with Stripe's form on it, as the browser and the page's script hear it.</summary>
public sealed class StripeFormTests(StripeSiteFixture fixture) : IClassFixture<StripeSiteFixture>
{
    private const string Attempt = "AAAAAAAAAAAAAAAAAAAAAA";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HttpClient Browser => fixture.Browser;

    private string Api => fixture.Stripe.Url.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Only_a_page_with_the_form_lets_Stripe_in_and_only_where_it_must()
    {
        var path = await PathAsync();
        var page = await Browser.GetAsync(At(path), Ct);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Matches("script-src 'nonce-[^']+' https://js\\.stripe\\.com https://\\*\\.js\\.stripe\\.com;", policy);
        Assert.Contains("frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com", policy, StringComparison.Ordinal);
        Assert.Contains($"connect-src 'self' {Api};", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("payment=(self \"https://js.stripe.com\")", page.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin-allow-popups", page.Headers.GetValues("Cross-Origin-Opener-Policy").Single());

        foreach (var other in new[] { $"{path}/state", $"{path}/fresh", "/", "/p/none", "/verify", $"{path}/go" })
        {
            var answer = await Browser.GetAsync(At(other), Ct);
            Assert.DoesNotContain("stripe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("payment=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        }
    }

    [Fact]
    public async Task The_script_hears_what_is_wrong_by_field_in_the_words_of_the_page()
    {
        var answer = await PostAsync(await PathAsync(), ("Input.Choice", "other"), ("Input.Amount", "99.99"), ("Input.ReceiptEmail", "nobody"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("identity", answer.Content.Headers.ContentEncoding.Single());
        var errors = (await JsonAsync(answer)).GetProperty("errors");
        Assert.Contains("up to $12.50", errors.GetProperty("Amount").GetString(), StringComparison.Ordinal);
        Assert.Contains("Choose card", errors.GetProperty("Method").GetString(), StringComparison.Ordinal);
        Assert.Contains("one e-mail", errors.GetProperty("ReceiptEmail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_hears_the_secret_of_one_payment_however_often_it_asks_and_of_another_for_another_amount()
    {
        var path = await PathAsync();

        var first = await PostAsync(path, InFull);
        Assert.Equal("identity", first.Content.Headers.ContentEncoding.Single());
        Assert.StartsWith("paypage-", first.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        var begun = await JsonAsync(first);
        Assert.Equal(12_50, begun.GetProperty("units").GetInt64());
        Assert.Equal(fixture.Stripe.PublishableKey, begun.GetProperty("key").GetString());
        Assert.EndsWith($"{path}/return", begun.GetProperty("back").GetString(), StringComparison.Ordinal);
        var intent = IntentOf(begun);

        Assert.Equal(intent, IntentOf(await JsonAsync(await PostAsync(path, InFull))));

        var other = await JsonAsync(await PostAsync(path, ("Input.Choice", "other"), ("Input.Amount", "7.50"), ("Input.Method", "card")));
        Assert.Equal("canceled", fixture.Stripe.Book.IntentOf(intent).Status);
        Assert.Equal((7_50, 7_50), (other.GetProperty("units").GetInt64(), fixture.Stripe.Book.IntentOf(IntentOf(other)).Amount));
    }

    [Fact]
    public async Task Another_address_for_the_receipt_is_another_payment()
    {
        var path = await PathAsync();
        var begun = IntentOf(await JsonAsync(await PostAsync(path, InFull)));

        var other = IntentOf(await JsonAsync(await PostAsync(path, [.. InFull, ("Input.ReceiptEmail", "me@example.com")])));

        Assert.NotEqual(begun, other);
        Assert.Equal("canceled", fixture.Stripe.Book.IntentOf(begun).Status);
    }

    [Fact]
    public async Task What_the_payer_says_of_himself_goes_with_every_try_and_something_else_is_another_payment()
    {
        var path = await PathAsync(asks: true);
        (string, string)[] said = [.. InFull, ("Input.Phone", "+31 6 1234 5678"), ("Input.Ship.Name", "Tanya Lee"), ("Input.Ship.Line1", "Main St 1"), ("Input.Ship.City", "Leeds"), ("Input.Ship.Country", "UK")];
        var first = await PostAsync(path, said);
        var begun = IntentOf(await JsonAsync(first));

        Assert.Equal(begun, IntentOf(await JsonAsync(await PostAsync(path, said))));
        var here = await WithCookieAsync($"{path}/go", first);
        var fields = PayPage.Unit.Office.FormFields.Of(await here.Content.ReadAsStringAsync(Ct)).Where(f => f.Name.StartsWith("Input.", StringComparison.Ordinal)).ToArray();
        Assert.Contains(("Input.Ship.Line1", "Main St 1"), fields);
        Assert.Equal(begun, IntentOf(await JsonAsync(await PostAsync(path, fields))));

        var other = IntentOf(await JsonAsync(await PostAsync(path, [.. said.Where(f => f.Item1 != "Input.Ship.Line1"), ("Input.Ship.Line1", "Main St 2")])));
        Assert.NotEqual(begun, other);
        Assert.Equal("canceled", fixture.Stripe.Book.IntentOf(begun).Status);
    }

    [Fact]
    public async Task Who_asks_with_another_page_or_none_hears_no_secret()
    {
        var path = await PathAsync();
        await PostAsync(path, InFull);

        var stranger = await PostFormAsync(path, asScript: true, [.. InFull, ("Input.Attempt", "BBBBBBBBBBBBBBBBBBBBBB")]);

        Assert.Equal(path, (await JsonAsync(stranger)).GetProperty("to").GetString());
        Assert.Equal(path, (await Browser.GetAsync(At($"{path}/go"), Ct)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_form_that_the_browser_posts_itself_leads_to_Stripes_own_page_also_after_a_try_on_ours()
    {
        var path = await PathAsync();
        var tried = IntentOf(await JsonAsync(await PostAsync(path, InFull)));

        var posted = await PostFormAsync(path, asScript: false, [.. InFull, ("Input.Attempt", Attempt)]);

        Assert.Equal((HttpStatusCode.SeeOther, $"{path}/go"), (posted.StatusCode, posted.Headers.Location?.ToString()));
        Assert.Equal("canceled", fixture.Stripe.Book.IntentOf(tried).Status);
        var go = await WithCookieAsync($"{path}/go", posted);
        Assert.StartsWith($"0;url={fixture.Stripe.Url}c/pay/cs_", go.Headers.GetValues("Refresh").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("stripe.com", go.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Stripe_writes_into_the_address_goes_no_further_and_into_no_log()
    {
        var path = await PathAsync();
        var posted = await PostAsync(path, InFull);
        var secret = (await JsonAsync(posted)).GetProperty("secret").GetString();

        var back = await WithCookieAsync($"{path}/return?payment_intent=x&payment_intent_client_secret={secret}&redirect_status=failed", posted);
        Assert.Equal((HttpStatusCode.SeeOther, $"{path}/go"), (back.StatusCode, back.Headers.Location?.ToString()));
        var go = await WithCookieAsync($"{path}/go", posted);

        Assert.Equal(HttpStatusCode.OK, go.StatusCode);
        var html = await go.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Finish your payment", html, StringComparison.Ordinal);
        Assert.DoesNotContain("_secret_", html, StringComparison.Ordinal);
        Assert.Contains("frame-src https://js.stripe.com", go.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.All(fixture.Site.Log, line => Assert.DoesNotContain("_secret_", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_currency_that_Stripe_counts_otherwise_is_told_to_its_form_as_it_counts()
    {
        var path = await PathAsync("ISK", "1250");
        Assert.Contains("data-ours=\"1\" data-theirs=\"100\"", await Browser.GetStringAsync(At(path), Ct), StringComparison.Ordinal);

        var begun = await JsonAsync(await PostAsync(path, ("Input.Choice", "full"), ("Input.Shown", "1250"), ("Input.Method", "card")));

        Assert.Equal(125_000, begun.GetProperty("units").GetInt64());
        Assert.Equal(125_000, fixture.Stripe.Book.IntentOf(IntentOf(begun)).Amount);
    }

    private static (string, string)[] InFull => [("Input.Choice", "full"), ("Input.Shown", "1250"), ("Input.Method", "card")];

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static string IntentOf(JsonElement begun) => begun.GetProperty("secret").GetString()!.Split("_secret_")[0];    // a begun payment has one

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct));

    private Task<string> PathAsync(string currency = "USD", string total = "12.50", bool asks = false) => RunningSite.PayPathAsync(
        Browser,
        $$$"""
        {"customerInformation":{"name":"Tanya Lee","email":"tanya@example.com"},
         "processingInformation":{"requestPhone":{{{JsonSerializer.Serialize(asks)}}},"requestShipping":{{{JsonSerializer.Serialize(asks)}}}},
         "invoiceInformation":{"description":"Flowers","dueDate":"2030-01-01","sendImmediately":true,"deliveryMode":"none","allowPartialPayments":true},
         "orderInformation":{"amountDetails":{"totalAmount":"{{{total}}}","currency":"{{{currency}}}"} } }
        """,
        Ct);

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostFormAsync(path, asScript: true, [.. fields, ("Input.Attempt", Attempt)]);

    private async Task<HttpResponseMessage> PostFormAsync(string path, bool asScript, (string Name, string Value)[] fields)
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, At(path));
        form.Headers.Add("Sec-Fetch-Site", "same-origin");
        form.Headers.TryAddWithoutValidation("Accept", asScript ? "application/json" : "text/html,application/xhtml+xml");
        form.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Browser.SendAsync(form, Ct);
    }

    /// <summary>By the browser that got its cookie with an answer.</summary>
    private async Task<HttpResponseMessage> WithCookieAsync(string path, HttpResponseMessage answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At(path));
        request.Headers.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return await Browser.SendAsync(request, Ct);
    }
}
