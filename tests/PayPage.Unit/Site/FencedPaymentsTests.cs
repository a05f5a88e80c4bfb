using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.Unit.Wording;
using PayPage.UseCases.Payments;
using PayPage.Wording;

namespace PayPage.Unit.Site;

/// <summary>A site behind a proxy it trusts, where two payments may be begun from one address.</summary>
public sealed class FewPaymentsFixture : IAsyncLifetime
{
    internal RunningSite Site { get; } = new(("Limits:PaymentsPerAddress", "2"), ("Limits:PostsPerLink", "1000"), ("PayPage:TrustedProxies", "127.0.0.1, ::1"));

    internal HttpClient Browser { get; private set; } = null!;    // set before any test runs

    public async ValueTask InitializeAsync()
    {
        using var ready = await Site.ReadyBrowserAsync(CancellationToken.None);
        Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { BaseAddress = ready.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Site.DisposeAsync();
    }
}

/// <summary>What a payer hears when a fence stands before him, over HTTP.</summary>
public sealed class FencedPaymentsTests(FewPaymentsFixture fixture) : IClassFixture<FewPaymentsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.1", "203.0.113.2")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")]    // one /64 is one subscriber
    [InlineData("203.0.113.7", "192.0.2.1, 203.0.113.7", "203.0.113.8")]    // what a visitor writes before the proxy's word changes nothing
    public async Task The_third_payment_from_one_network_waits_with_what_was_typed_and_a_neighbour_does_not(string one, string same, string neighbour)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await PayAsync(await PathAsync(), one)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PayAsync(await PathAsync(), same)).StatusCode);
        var path = await PathAsync();

        var answer = await PayAsync(path, same);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        Always.Guarded(answer);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Many payments were begun from your network", html, StringComparison.Ordinal);
        Assert.Contains("value=\"payer@example.com\"", html, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(path, one)).StatusCode);    // looking is free
        Assert.Equal(HttpStatusCode.SeeOther, (await PayAsync(path, neighbour)).StatusCode);
    }

    [Fact]
    public async Task The_pages_script_hears_it_as_a_sentence()
    {
        await PayAsync(await PathAsync(), "203.0.113.20");
        await PayAsync(await PathAsync(), "203.0.113.20");

        var answer = await PayAsync(await PathAsync(), "203.0.113.20", accept: "application/json");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.StartsWith("{\"trouble\":\"Many payments", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TranslationTests.Tags), MemberType = typeof(TranslationTests))]
    public async Task A_link_that_rests_and_one_that_is_barred_say_so_in_each_language(string tag)
    {
        var words = Languages.Of(tag)!;    // of the list
        var path = await PathAsync(tag);
        await HoldAsync(path, rests: true);

        var page = await GetAsync(path, "203.0.113.30");
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(words["Held.Title"], html, StringComparison.Ordinal);
        Assert.Contains("accounts@", html, StringComparison.Ordinal);    // whom to ask
        Assert.DoesNotContain("<form method=\"post\" novalidate", html, StringComparison.Ordinal);

        var refused = await PayAsync(path, "203.0.113.30");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 800, 900);
        Always.Guarded(refused);
        Assert.Contains(words["Held.Title"], WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);

        await HoldAsync(path, rests: false);
        var barred = await PayAsync(path, "203.0.113.30");
        Assert.Equal(HttpStatusCode.TooManyRequests, barred.StatusCode);
        Assert.Null(barred.Headers.RetryAfter);    // nobody knows when
        Assert.Contains(words["Held.Title"], WebUtility.HtmlDecode(await barred.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TranslationTests.Tags), MemberType = typeof(TranslationTests))]
    public async Task Whoever_hammers_is_told_to_wait_in_his_language(string tag)
    {
        await using var site = new RunningSite(("Demo:Enabled", "false"), ("Limits:RequestsPerAddress", "1"));
        using var browser = site.Browser();
        await browser.GetAsync(new Uri("/p/x", UriKind.Relative), Ct);
        browser.DefaultRequestHeaders.Add("Accept-Language", tag);

        var answer = await browser.GetAsync(new Uri("/p/x", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains(Languages.Of(tag)!["Problem.TooMany.Title"], WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);    // of the list

        var machine = await browser.GetAsync(new Uri("/verify/0000.json", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, machine.StatusCode);
        Assert.Equal("application/problem+json", machine.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(machine.Headers.RetryAfter);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Why_a_bank_declined_reaches_no_payers_page_and_the_merchants_history(bool onOpenSession)
    {
        const string reason = "stolen_card";
        var path = await PathAsync();
        var begun = await PayAsync(path, "203.0.113.40" + (onOpenSession ? "1" : ""));
        var cookie = begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var payment = await NewestAsync();

        await using (var scope = fixture.Site.Services.CreateAsyncScope())
        {
            var news = new ProcessorNews(payment.Id, payment.ProcessorReference, onOpenSession ? ProcessorState.Open : ProcessorState.Declined, payment.Amount, payment.PayerUrl, null)
            {
                TryDeclined = onOpenSession,
                DeclineReason = reason,
            };
            await scope.ServiceProvider.GetRequiredService<RecordOutcome>()
                .HandleAsync(news, payment.AccountId!.Value, new ReceivedEvent($"evt_{payment.Id}", "payment.failed", "{}"), Ct);
        }

        foreach (var page in new[] { path, $"{path}/go", $"{path}/state", $"{path}/receipt", $"{path}/return", path })
        {
            var answer = await GetAsync(page, "203.0.113.41", cookie);
            var text = await answer.Content.ReadAsStringAsync(Ct) + string.Join('\n', answer.Headers.Select(h => string.Join(' ', h.Value)));
            Assert.DoesNotContain("stolen", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("Your last payment was declined", await (await GetAsync(path, "203.0.113.41", cookie)).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await using var db = fixture.Site.OpenDatabase();
        Assert.Equal("stolen card", await db.Audit.Where(e => e.PaymentId == payment.Id && e.Detail != null).Select(e => e.Detail).SingleAsync(Ct));
    }

    private Task<string> PathAsync(string? language = null) => RunningSite.PayPathAsync(fixture.Browser, Ct, language: language);

    private async Task<Payment> NewestAsync()
    {
        await using var db = fixture.Site.OpenDatabase();
        return await db.Payments.AsNoTracking().OrderByDescending(p => p.PreparedAt).FirstAsync(Ct);
    }

    /// <summary>As ten declines would leave it.</summary>
    private async Task HoldAsync(string path, bool rests)
    {
        await using var scope = fixture.Site.Services.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<PayPage.Domain.Links.ILinkTokens>().Read(path["/p/".Length..])!.Hash();
        await using var db = fixture.Site.OpenDatabase();
        var now = DateTimeOffset.UtcNow;
        await db.Links.Where(l => l.SecretHash == hash).ExecuteUpdateAsync(
            set => set.SetProperty(l => l.Version, l => l.Version + 1)
                .SetProperty(l => l.RestsUntil, rests ? now.AddMinutes(15) : null)
                .SetProperty(l => l.BarredAt, rests ? null : now),
            Ct);
    }

    private Task<HttpResponseMessage> GetAsync(string path, string from, string? cookie = null) => SendAsync(HttpMethod.Get, path, from, cookie, null, null);

    private Task<HttpResponseMessage> PayAsync(string path, string from, string? accept = null) => SendAsync(
        HttpMethod.Post, path, from, null, accept,
        new() { ["Input.Choice"] = "full", ["Input.Shown"] = "1250", ["Input.Method"] = "card", ["Input.ReceiptEmail"] = "payer@example.com" });

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string from, string? cookie, string? accept, Dictionary<string, string>? form)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = form is null ? null : new FormUrlEncodedContent(form);

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return await fixture.Browser.SendAsync(request, Ct);
    }
}
