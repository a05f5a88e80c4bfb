using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain.Links;
using PayPage.Hosting;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

public sealed class VisitTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, bool> Agents => new()
    {
        // who makes a preview
        { "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "preview", true },
        { "WhatsApp/2.23.20.0 A", "preview", true },
        { "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "preview", true },
        { "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0", "preview", true },
        { "TelegramBot (like TwitterBot)", "preview", true },
        { "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)", "preview", true },
        { "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)", "preview", true },
        { "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com", "preview", true },
        { "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "preview", true },
        { "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)", "preview", true },
        { "Pinterest/0.2 (+https://www.pinterest.com/bot.html)", "preview", true },

        // who scans, and sees the page itself
        { "curl/8.5.0", "scanner", false },
        { "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36", "scanner", false },
        { "Mozilla/4.0 (compatible; ms-office; MSOffice 16)", "scanner", false },
        { "", "scanner", false },

        // people, some within an app that also makes previews
        { Chrome, "person", false },
        { "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/442.0.0.0;FBDV/iPhone14,5]", "person", false },
        { "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/142.0 Mobile Safari/537.36 WhatsApp/2.24.1", "person", false },
        { "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36", "person", false },
        { "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Twitter for iPhone/10.1", "person", false },
        { "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [LinkedInApp]/9.29", "person", false },
        { "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [Pinterest/iOS]", "person", false },
        { "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Teams/1.5.00.8070 Chrome/102.0 Electron/19.1.8 Safari/537.36", "person", false },
        { "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Slack_SSB/4.35 Chrome/120.0 Safari/537.36", "person", false },
    };

    [Theory]
    [MemberData(nameof(Agents))]
    public void A_navigation_is_told_by_who_says_to_make_it(string agent, string who, bool previewer)
    {
        var headers = new HeaderDictionary { ["User-Agent"] = agent, ["Sec-Fetch-Mode"] = "navigate" };

        Assert.Equal(who == "person" ? VisitKind.Page : VisitKind.Machine, VisitKinds.Of("GET", headers));
        Assert.Equal(previewer, VisitKinds.IsPreviewer(agent));
    }

    [Theory]
    [InlineData("GET", "Sec-Fetch-Mode: navigate", VisitKind.Page)]
    [InlineData("HEAD", "Sec-Fetch-Mode: navigate", VisitKind.Machine)]
    [InlineData("GET", "Sec-Fetch-Mode: navigate|Sec-Purpose: prefetch", VisitKind.Machine)]
    [InlineData("GET", "Sec-Fetch-Mode: navigate|Sec-Purpose: prefetch;prerender", VisitKind.Machine)]
    [InlineData("GET", "Sec-Fetch-Mode: navigate|Purpose: prefetch", VisitKind.Machine)]
    [InlineData("GET", "Sec-Fetch-Mode: navigate|X-Purpose: preview", VisitKind.Machine)]
    [InlineData("GET", "Sec-Fetch-Mode: navigate|X-Moz: prefetch", VisitKind.Machine)]
    [InlineData("GET", "Sec-Fetch-Mode: cors", VisitKind.Machine)]
    [InlineData("GET", "", VisitKind.Machine)]    // browsers of before 2023 too: they say nothing
    public void A_browser_is_told_by_how_it_asks(string method, string sent, VisitKind kind)
    {
        var headers = new HeaderDictionary { ["User-Agent"] = Chrome };

        foreach (var header in sent.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(h => h.Split(": ")))
        {
            headers[header[0]] = header[1];
        }

        Assert.Equal(kind, VisitKinds.Of(method, headers));
    }

    [Fact]
    public async Task Machines_and_browsers_are_counted_apart_at_the_end_at_the_latest_and_nobody_opened_the_link()
    {
        await using var site = new RunningSite();
        var browser = await site.ReadyBrowserAsync(Ct);
        var path = await RunningSite.PayPathAsync(browser, Ct);
        await using var store = site.Services.CreateAsyncScope();
        var tokens = store.ServiceProvider.GetRequiredService<ILinkTokens>();
        var hash = tokens.Read(path["/p/".Length..])!.Hash();    // of this site
        var link = await store.ServiceProvider.GetRequiredService<PayPageDbContext>().Links.AsNoTracking().SingleAsync(l => l.SecretHash == hash, Ct);
        var code = tokens.Unseal(link.SealedAddress)!.ShortCode;

        await SendAsync(browser, "HEAD", path, Chrome, true);
        await SendAsync(browser, "GET", path, "Slackbot 1.0", true);
        await SendAsync(browser, "GET", path, Chrome, false);
        await SendAsync(browser, "GET", $"/s/{code}", "curl/8.5.0", false);
        await SendAsync(browser, "GET", path, Chrome, true);
        await SendAsync(browser, "GET", $"/s/{code}", Chrome, true);
        await SendAsync(browser, "GET", $"{path}/return", Chrome, true);    // not the page
        await SendAsync(browser, "GET", path[..^1], Chrome, true);          // no link
        await SendAsync(browser, "GET", "/s/abcdefghijklmnopqrstuv", Chrome, true);
        await SendAsync(browser, "POST", path, Chrome, true);               // no fetch
        await EndAsync(site);

        await using var db = site.OpenDatabase();
        var visits = await db.Visits.SingleAsync(Ct);
        Assert.Equal((link.Id, link.MerchantId, 4, 2), (visits.LinkId, visits.MerchantId, visits.MachineFetches, visits.PageViews));
        Assert.NotNull(visits.LastMachineFetchAt);
        Assert.NotNull(visits.LastPageViewAt);
        var after = await db.Links.SingleAsync(l => l.Id == link.Id, Ct);
        Assert.Equal((link.Version, LinkStatus.Active, null), (after.Version, after.Status, after.OpenedAt));
    }

    [Fact]
    public async Task A_previewer_gets_one_neutral_page_whatever_lies_behind_the_address()
    {
        var path = await RunningSite.PayPathAsync(fixture.Browser, Ct);
        var bodies = new List<string>();

        foreach (var asked in new[] { path, $"{path}/receipt", $"{path}/x.css", "/p/abc", "/P/abc", path[..^1] })
        {
            var answer = await SendAsync(fixture.Browser, "GET", asked, "WhatsApp/2.23.20.0 A", false);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Always.Guarded(answer);
            bodies.Add(Nonces.TakenOut(await answer.Content.ReadAsStringAsync(Ct)));
        }

        var body = Assert.Single(bodies.Distinct());
        Assert.Contains("<title>Secure payment page</title>", body, StringComparison.Ordinal);
        Assert.DoesNotContain("12.50", body, StringComparison.Ordinal);
        Assert.Equal("<meta property=\"og:title\" content=\"Secure payment page\">", Assert.Single(body.Split('\n'), line => line.Contains("og:", StringComparison.Ordinal)));
        Assert.DoesNotContain("Tanya", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_in_a_chats_own_browser_gets_the_page_itself()
    {
        var path = await RunningSite.PayPathAsync(fixture.Browser, Ct);

        var answer = await SendAsync(fixture.Browser, "GET", path, "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/442.0.0.0]", true);

        Assert.Contains("12.50", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    /// <summary>As the operator ends it: requests first, then the workers.</summary>
    private static Task EndAsync(RunningSite site) => site.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync(Ct);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string method, string path, string agent, bool navigates)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("User-Agent", agent);

        if (navigates)
        {
            request.Headers.Add("Sec-Fetch-Mode", "navigate");
        }

        return await browser.SendAsync(request, Ct);
    }
}
