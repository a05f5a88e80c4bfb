using System.Net;
using PayPage.Unit.Support;
using PayPage.Unit.Wording;
using PayPage.Wording;

namespace PayPage.Unit.Site;

public sealed class LanguageTests(SiteFixture fixture) : IClassFixture<SiteFixture>, IDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // It keeps no cookies: a choice made in one test is not remembered in the next.
    private HttpClient Browser { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false })
    {
        BaseAddress = fixture.Browser.BaseAddress,
    };

    [Theory]
    [InlineData("de", "Diese Rechnung bezahlen")]
    [InlineData("nl-BE,nl;q=0.9,en;q=0.8", "Deze factuur betalen")]
    [InlineData("tlh, fr-CA;q=0.7, en;q=0.5", "Payer cette facture")]
    [InlineData("de;q=0, es", "Pagar esta factura")]
    [InlineData("tlh", "Pay this invoice")]
    [InlineData(";;;q=q,,*", "Pay this invoice")]
    [InlineData(null, "Pay this invoice")]
    public async Task A_reader_is_spoken_to_as_his_browser_asks(string? wishes, string words) =>
        Assert.Contains(words, await ReadAsync(await RunningSite.PayPathAsync(Browser, Ct), wishes), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(TranslationTests.Tags), MemberType = typeof(TranslationTests))]
    public async Task An_invoice_may_ask_for_each_language_that_the_pages_speak(string tag)
    {
        var page = await ReadAsync(await RunningSite.PayPathAsync(Browser, Ct, language: tag), "en");

        Assert.Contains(Languages.Of(tag)!["Pay.Title"], page, StringComparison.Ordinal);    // of the list
    }

    [Fact]
    public async Task Arabic_runs_from_right_to_left() =>
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", await ReadAsync(await RunningSite.PayPathAsync(Browser, Ct), "ar-EG"), StringComparison.Ordinal);

    [Fact]
    public async Task The_invoices_language_comes_before_the_browsers_and_the_readers_own_choice_before_both()
    {
        var path = await RunningSite.PayPathAsync(Browser, Ct, language: "fr");

        Assert.Contains("<html lang=\"fr\"", await ReadAsync(path, "de"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"nl\"", await ReadAsync(path, "de", "paypage-language=nl"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\"", await ReadAsync(path, "de", "paypage-language=../../etc"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/p/unknown?lang=de", "/p/unknown")]
    [InlineData("/?lang=ar&utm_source=x", "/")]
    [InlineData("//evil.example/p?lang=de", "/evil.example/p")]
    public async Task The_switch_remembers_the_choice_and_leads_to_the_clean_address(string address, string clean)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{Browser.BaseAddress!.GetLeftPart(UriPartial.Authority)}{address}"));
        var answer = await Browser.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(clean, answer.Headers.Location?.OriginalString);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("paypage-language=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/?lang=tlh")]
    [InlineData("/?lang=")]
    [InlineData("/?lang=de&lang=fr")]
    public async Task What_is_no_language_of_ours_changes_nothing(string address)
    {
        var answer = await Browser.GetAsync(new Uri(address, UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_problem_too_is_told_in_the_readers_language() =>
        Assert.Contains("<html lang=\"es\"", await ReadAsync("/p/unknown", "es-MX"), StringComparison.Ordinal);

    public void Dispose() => Browser.Dispose();

    private async Task<string> ReadAsync(string path, string? wishes, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));

        if (wishes is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", wishes);
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await (await Browser.SendAsync(request, Ct)).Content.ReadAsStringAsync(Ct);
    }
}
