using System.Text.RegularExpressions;

namespace PayPage.Unit.Support;

/// <summary>A browser in which the demo's administrator is signed in. It fills forms in as a person does: with all that the page put into them.</summary>
internal sealed partial class OfficeBrowser : IDisposable
{
    private readonly HttpClient _http;

    private OfficeBrowser(HttpClient http) => _http = http;

    /// <summary><c>/merchant/mer_…</c>.</summary>
    public string Home { get; private set; } = "";

    public static async Task<OfficeBrowser> SignInAsync(RunningSite site, CancellationToken ct)
    {
        var browser = new OfficeBrowser(await site.ReadyBrowserAsync(ct));
        await browser.SubmitAsync(await KeyAddressAsync(site, ct), "/merchant/sign-in/once", [], ct);
        using var home = await browser.GetAsync("/merchant", ct);
        browser.Home = home.Headers.Location?.OriginalString ?? throw new InvalidOperationException("The administrator was not let in.");
        return browser;
    }

    /// <param name="path">From the site's root.</param>
    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken ct) => _http.GetAsync(new Uri(path, UriKind.Relative), ct);

    public async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        using var page = await GetAsync(path, ct);
        return await page.Content.ReadAsStringAsync(ct);
    }

    /// <summary>Opens a page, fills its form in and sends it: what the form hides goes along.</summary>
    /// <param name="action">Where the form of the page goes to.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, IReadOnlyList<(string Name, string Value)> typed, CancellationToken ct) =>
        await PostAsync(action, [.. Hidden(await ReadAsync(page, ct)), .. typed], ct);

    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(new Uri(path, UriKind.Relative), form, ct);
    }

    /// <summary>The hidden fields of a page's form inside its main part.</summary>
    public static IReadOnlyList<(string Name, string Value)> Hidden(string html) =>
    [
        .. Inputs().Matches(html[Math.Max(0, html.IndexOf("<main", StringComparison.Ordinal))..]).Select(input => input.Value)
            .Where(input => input.Contains("type=\"hidden\"", StringComparison.Ordinal))
            .Select(input => (Named().Match(input).Groups[1].Value, System.Net.WebUtility.HtmlDecode(Valued().Match(input).Groups[1].Value)))
            .DistinctBy(field => field.Item1),
    ];

    public void Dispose() => _http.Dispose();

    private static async Task<string> KeyAddressAsync(RunningSite site, CancellationToken ct)
    {
        for (var i = 0; i < 300; i++)
        {
            if (site.Log.Select(line => OnceAddress().Match(line)).FirstOrDefault(match => match.Success) is { } match)
            {
                return match.Value;
            }

            await Task.Delay(100, ct);
        }

        throw new TimeoutException("The administrator's address was not printed in time.");
    }

    [GeneratedRegex("/merchant/sign-in/once\\?key=[A-Za-z0-9_-]+")]
    private static partial Regex OnceAddress();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Named();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Valued();
}
