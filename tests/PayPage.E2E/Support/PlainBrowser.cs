using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PayPage.E2E.Support;

/// <summary>A browser without script or pictures: it follows redirects, keeps cookies and sends forms with all that stands in them.</summary>
/// <remarks>Hundreds of payers at once, and sites that die in the middle of an answer, are too much for a real one.</remarks>
internal sealed class PlainBrowser(TimeSpan? patience = null) : IDisposable
{
    private const int MostSteps = 8;

    // A new connection for each request: it may be another process that answers.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = true, CookieContainer = new CookieContainer() })
    {
        Timeout = patience ?? TimeSpan.FromSeconds(60),
        DefaultRequestHeaders = { ConnectionClose = true },
    };

    public Task<PlainPage> OpenAsync(Uri address) => WalkAsync(HttpMethod.Get, address, null);

    /// <summary>Sends the form of a page that has this button, or the only one: what it hides, what is checked in it, and what is typed.</summary>
    public Task<PlainPage> SendAsync(PlainPage page, IReadOnlyDictionary<string, string> typed, string? buttons = null)
    {
        var form = page.Form(buttons) ?? throw new PlainBrowserException($"There is no form '{buttons}' on {page.Title}.");
        var fields = Fields(form).Where(field => !typed.ContainsKey(field.Key)).Concat(typed).ToList();
        var action = form.GetAttribute("action") is { Length: > 0 } own ? new Uri(page.Address, own) : page.Address;
        return WalkAsync(HttpMethod.Post, action, fields);
    }

    public void Dispose() => _http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.OfType<IHtmlElement>())
        {
            if (element is IHtmlInputElement { Name: { Length: > 0 } name } input && (input.Type is not ("radio" or "checkbox") || input.IsChecked) && input.Type is not ("submit" or "file"))
            {
                yield return KeyValuePair.Create(name, input.Value);
            }
            else if (element is IHtmlSelectElement { Name: { Length: > 0 } select } list)
            {
                yield return KeyValuePair.Create(select, list.Value ?? "");
            }
            else if (element is IHtmlTextAreaElement { Name: { Length: > 0 } area } text)
            {
                yield return KeyValuePair.Create(area, text.Value);
            }
        }
    }

    private async Task<PlainPage> WalkAsync(HttpMethod method, Uri address, IReadOnlyList<KeyValuePair<string, string>>? fields)
    {
        for (var steps = 0; steps < MostSteps; steps++)
        {
            using var request = new HttpRequestMessage(method, address) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
            using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            var page = new PlainPage(address, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            if (Onward(answer) is not { } next)
            {
                return page;
            }

            (method, address, fields) = (HttpMethod.Get, new Uri(address, next), null);
        }

        throw new PlainBrowserException($"It goes on and on at {address.GetLeftPart(UriPartial.Authority)}.");
    }

    /// <summary>A redirect, or a page that leads on at once.</summary>
    private static string? Onward(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Found ? answer.Headers.Location?.OriginalString
        : answer.Headers.TryGetValues("Refresh", out var refresh) && refresh.First() is { } header && header.StartsWith("0;url=", StringComparison.Ordinal) ? header["0;url=".Length..]
        : null;
}

/// <summary>What the browser shows.</summary>
internal sealed class PlainPage(Uri address, int status, string html)
{
    private readonly IHtmlDocument _document = new HtmlParser().ParseDocument(html);

    public Uri Address => address;

    public int Status => status;

    public string Title => $"{status} {_document.Title}";

    public string Text => _document.Body?.TextContent ?? "";

    public bool Shows(string words) => Text.Contains(words, StringComparison.Ordinal);

    /// <summary>The form with a button of these words; null: the main part's only one.</summary>
    public IHtmlFormElement? Form(string? button = null) => _document.QuerySelectorAll(button is null ? "main form[method=post]" : "form[method=post]").OfType<IHtmlFormElement>()
        .FirstOrDefault(form => button is null || form.QuerySelectorAll("button").Any(b => b.TextContent.Contains(button, StringComparison.Ordinal)));

    /// <summary>Where a link leads whose address ends so.</summary>
    public Uri? Link(string end) => _document.QuerySelectorAll("a").OfType<IHtmlAnchorElement>().FirstOrDefault(a => a.GetAttribute("href")?.EndsWith(end, StringComparison.Ordinal) == true)
        is { } link ? new Uri(address, link.GetAttribute("href")) : null;

    /// <summary>What stands beside a word in a list of facts.</summary>
    public string? Fact(string name) => _document.QuerySelectorAll("dt").FirstOrDefault(term => term.TextContent.Trim() == name)?.NextElementSibling?.TextContent.Trim();

    public string? Value(string selector) => (_document.QuerySelector(selector) as IHtmlInputElement)?.Value;
}

internal sealed class PlainBrowserException(string message) : Exception(message);
