using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PayPage.Hosting;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

/// <summary>A site with small limits behind a proxy it trusts: each test comes from an address of its own.</summary>
public sealed class FencedSiteFixture : IAsyncLifetime
{
    internal RunningSite Site { get; } = new(
        ("Limits:ViewsPerLink", "3"), ("Limits:PostsPerLink", "2"), ("Limits:GuessesPerAddress", "2"), ("Limits:RequestsPerAddress", "8"),
        ("PayPage:TrustedProxies", "127.0.0.1, ::1"));

    internal HttpClient Browser { get; private set; } = null!;    // set before any test runs

    public async ValueTask InitializeAsync() => Browser = await Site.ReadyBrowserAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Site.DisposeAsync();
    }
}

public sealed partial class RateFencesTests(FencedSiteFixture fixture) : IClassFixture<FencedSiteFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_link_hammered_is_slowed_with_a_friendly_page_whoever_asks_and_other_links_are_not()
    {
        var hammered = await PathAsync();

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(hammered, $"198.51.100.{i}")).StatusCode);
        }

        await SlowedAsync(await GetAsync(hammered, "198.51.100.4"), 60);
        await SlowedAsync(await GetAsync($"{hammered}/receipt", "198.51.100.4"), 60);    // pages under it count with it
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(await PathAsync(), "198.51.100.4")).StatusCode);
    }

    [Fact]
    public async Task Forms_have_a_limit_of_their_own_and_a_gesture_is_a_view()
    {
        var path = await PathAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"{path}/opened", "198.51.100.10")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"{path}/opened", "198.51.100.10")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(path, "198.51.100.10")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(path, "198.51.100.10")).StatusCode);
        await SlowedAsync(await PostAsync(path, "198.51.100.11"), 60);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(path, "198.51.100.10")).StatusCode);
        await SlowedAsync(await PostAsync($"{path}/OPENED/", "198.51.100.10"), 60);
    }

    [Fact]
    public async Task One_address_is_slowed_over_all_links_together_and_its_neighbour_is_not()
    {
        for (var i = 0; i < 8; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await GetAsync(i % 2 == 0 ? "/p/x/y" : "/S/x/y", "198.51.100.20")).StatusCode);
        }

        await SlowedAsync(await GetAsync(await PathAsync(), "198.51.100.20"), 60);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(await PathAsync(), "198.51.100.21")).StatusCode);
    }

    [Theory]
    [InlineData("/healthz", "198.51.100.30")]
    [InlineData("/", "198.51.100.31")]
    [InlineData("/hooks/sandbox/acc_00000000000000000000000000000000", "198.51.100.32")]
    [InlineData("/invoicing/v2/invoices/x", "198.51.100.33")]
    [InlineData("/sandbox", "198.51.100.34")]
    [InlineData("/problem/404", "198.51.100.35")]
    public async Task Machines_and_files_are_never_slowed(string path, string from)
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await GetAsync(path, from)).StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_guesses_is_slowed_and_a_neighbour_with_a_link_still_gets_in()
    {
        const string from = "198.51.100.40";
        var path = await PathAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/p/abc", from)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/s/abcdefghijklmnopqrstuv", from)).StatusCode);
        await SlowedAsync(await GetAsync("/p/abc", from), 600);
        await SlowedAsync(await PostAsync("/p/abc", from), 600);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(path, from)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(path, from)).StatusCode);
    }

    [Fact]
    public async Task Unless_a_proxy_is_trusted_its_word_is_not_and_all_who_come_through_it_are_one_address()
    {
        await using var site = new RunningSite();
        using var browser = await site.ReadyBrowserAsync(Ct);
        var path = await RunningSite.PayPathAsync(browser, Ct);

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(browser, HttpMethod.Get, $"/p/{i}", $"203.0.113.{i}")).StatusCode);
        }

        await SlowedAsync(await SendAsync(browser, HttpMethod.Get, "/p/x", "203.0.113.99"), 600);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(browser, HttpMethod.Get, path, "203.0.113.99")).StatusCode);
        Assert.Single(site.Log, line => line.Contains("PayPage__TrustedProxies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_visitor_writes_before_the_proxys_word_changes_nothing()
    {
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/p/abc", $"192.0.2.{i}, 198.51.100.50")).StatusCode);
        }

        await SlowedAsync(await GetAsync("/p/abc", "192.0.2.9, 198.51.100.50"), 600);
    }

    [Fact]
    public void A_limit_of_nothing_stops_the_start() =>
        Assert.True(new RateFenceOptionsValidator().Validate(null, new RateFenceOptions { ViewsPerLink = 0 }).Failed);

    [Fact]
    public void The_limits_are_those_of_the_manual()
    {
        var limits = Options.Create(new RateFenceOptions()).Value;

        Assert.Equal((60, 10, 600, 20), (limits.ViewsPerLink, limits.PostsPerLink, limits.RequestsPerAddress, limits.GuessesPerAddress));
    }

    private static async Task SlowedAsync(HttpResponseMessage answer, int atMost)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Always.Guarded(answer);
        Assert.InRange(int.Parse(WholeSeconds().Match(answer.Headers.GetValues("Retry-After").Single()).Value, System.Globalization.CultureInfo.InvariantCulture), 1, atMost);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Too many tries", html, StringComparison.Ordinal);
        Assert.Matches($"<bdi>{answer.Headers.GetValues("Retry-After").Single()}</bdi> seconds?,", html);
    }

    private Task<string> PathAsync() => RunningSite.PayPathAsync(fixture.Browser, Ct);

    private Task<HttpResponseMessage> GetAsync(string path, string from) => SendAsync(fixture.Browser, HttpMethod.Get, path, from);

    private Task<HttpResponseMessage> PostAsync(string path, string from) => SendAsync(fixture.Browser, HttpMethod.Post, path, from);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, HttpMethod method, string path, string from)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", from);
        request.Content = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null;
        return await browser.SendAsync(request, Ct);
    }

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex WholeSeconds();
}
