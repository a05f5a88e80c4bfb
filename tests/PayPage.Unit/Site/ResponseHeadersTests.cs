using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Links;
using PayPage.Domain.Processors;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Previews;

namespace PayPage.Unit.Site;

/// <summary>All that the site says beside its pages, in one approved file: a header that comes, goes or changes is seen in review.</summary>
public sealed partial class ResponseHeadersTests
{
    private static readonly string[] Common =
    [
        "Cache-Control", "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Date", "Permissions-Policy",
        "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options", "X-Robots-Tag",
    ];

    private readonly StringBuilder _table = new();
    private string[] _everywhere = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_sends_the_headers_that_were_approved()
    {
        await using var site = new RunningSite(("Limits:GuessesPerAddress", "3"));
        using var browser = await site.ReadyBrowserAsync(Ct);
        var path = await RunningSite.PayPathAsync(browser, Ct);
        var paying = await RunningSite.PayPathAsync(browser, Ct);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PayPageDbContext>();
        var newest = await db.Links.OrderByDescending(l => l.CreatedAt).Select(l => l.SealedAddress).FirstAsync(Ct);
        var code = scope.ServiceProvider.GetRequiredService<ILinkTokens>().Unseal(newest)!.ShortCode;    // made a moment ago
        var paid = await DemoPathAsync(db, scope.ServiceProvider.GetRequiredService<ILinkTokens>());
        var receipt = await db.Receipts.Select(r => r.Code).FirstAsync(Ct);
        var page = await browser.GetStringAsync(new Uri(path, UriKind.Relative), Ct);

        await WriteAsync(browser, "GET", "/", "the front page");
        await WriteAsync(browser, "GET", path, "/p/{token}, payable");
        await WriteAsync(browser, "HEAD", path, "/p/{token}, payable");
        await WriteAsync(browser, "GET", path, "/p/{token}, to a chat's previewer", ("User-Agent", "WhatsApp/2.23.20.0 A"));
        await WriteAsync(browser, "POST", path, "/p/{token}, something wrong in the form");
        await WriteAsync(browser, "POST", path, "/p/{token}, from another site", ("Sec-Fetch-Site", "cross-site"));
        await WriteAsync(browser, "PUT", path, "/p/{token}");
        await WriteAsync(browser, "POST", paying, "/p/{token}, pay", ("form", "Input.Choice=full&Input.Shown=1250&Input.Method=card"));
        await WriteAsync(browser, "GET", $"{path}/go", "/p/{token}/go, nothing begun");
        await WriteAsync(browser, "GET", $"{paying}/go", "/p/{token}/go, by who pays");
        await WriteAsync(browser, "GET", $"{paying}/return", "/p/{token}/return");
        await WriteAsync(browser, "POST", $"{path}/opened", "/p/{token}/opened");
        await WriteAsync(browser, "GET", $"{path}/receipt", "/p/{token}/receipt, not paid");
        await WriteAsync(browser, "GET", $"{paid}/receipt", "/p/{token}/receipt, paid");
        await WriteAsync(browser, "GET", $"{path}/invoice.pdf", "/p/{token}/invoice.pdf");
        await WriteAsync(browser, "GET", $"{paid}/receipt.pdf", "/p/{token}/receipt.pdf");
        await WriteAsync(browser, "GET", $"/verify/{receipt}", "/verify/{code}");
        await WriteAsync(browser, "GET", $"/verify/{receipt}.json", "/verify/{code}.json");
        await WriteAsync(browser, "GET", "/verify/x", "/verify/{no code}");
        await WriteAsync(browser, "GET", "/verify/keys.json", "/verify/keys.json");
        await WriteAsync(browser, "GET", "/verify", "/verify");
        await WriteAsync(browser, "POST", "/verify", "/verify, with no receipt");
        await WriteAsync(browser, "POST", "/verify.json", "/verify.json, with no receipt");
        await WriteAsync(browser, "GET", $"/s/{code}", "/s/{code}");
        await WriteAsync(browser, "GET", $"{path}/state", "/p/{token}/state");
        await WriteAsync(browser, "GET", "/p/x", "/p/{no token}");
        await WriteAsync(browser, "GET", "/s/x", "/s/{no code}");
        await WriteAsync(browser, "GET", "/p/x/opened", "/p/{no token}/opened");
        await WriteAsync(browser, "GET", "/p/x/x.css", "/p/{token}/x.css");
        await WriteAsync(browser, "POST", "/p/x/opened", "/p/{no token}/opened");
        await WriteAsync(browser, "GET", "/p/x", "/p/{no token}, after too many others");
        await WriteAsync(browser, "GET", "/healthz", "/healthz");
        await WriteAsync(browser, "GET", "/readyz", "/readyz");
        await WriteAsync(browser, "GET", Script().Match(page).Groups[1].Value, "/js/pay.{fingerprint}.js");
        await WriteAsync(browser, "GET", "/css/pay.css", "/css/pay.css");
        await WriteAsync(browser, "GET", Logo().Match(page).Groups[1].Value, "/logo/{hash}");
        await WriteAsync(browser, "GET", "/logo/0123456789abcdef0123456789abcdef", "/logo/{no hash}");
        await WriteAsync(browser, "POST", "/invoicing/v2/invoices", "/invoicing/v2/invoices, without a key");
        await WriteAsync(browser, "GET", "/invoicing/v2/invoices/x", "/invoicing/v2/invoices/{no number}, with a key", ("Authorization", $"Bearer {RunningSite.ApiKey}"));
        await WriteAsync(browser, "POST", "/api/v1/batches", "/api/v1/batches, without a key");
        await WriteAsync(browser, "PUT", "/api/v1/events", "/api/v1/events, by another method");
        await WriteAsync(browser, "POST", "/hooks/sandbox/acc_00000000000000000000000000000000", "/hooks/sandbox/{no account}");

        await WriteAsync(browser, "GET", "/?lang=en", "/?lang=en");

        // Those of a signed-in merchant are framed alike.
        foreach (var kind in (PreviewKind[])[PreviewKind.Page, PreviewKind.Mail, PreviewKind.Paper])
        {
            var caller = new Caller(await db.Merchants.OrderBy(m => m.CreatedAt).Select(m => m.Id).FirstAsync(Ct), Mode.Test, "test");
            var (token, _) = scope.ServiceProvider.GetRequiredService<SealPreview>().Share(new PreviewWish { Kind = kind }, caller)!.Value;    // short enough
            await WriteAsync(browser, "GET", $"/merchant/shared-preview/{token}", $"/merchant/shared-preview/{{token}}, of a {kind}");
            await WriteAsync(browser, "GET", $"/merchant/shared-preview/{token}/frame", $"/merchant/shared-preview/{{token}}/frame, of a {kind}");
        }

        await WriteAsync(browser, "GET", "/merchant/shared-preview/x/frame", "/merchant/shared-preview/{no token}/frame");

        // In another currency, for how the first one is paid is remembered for a moment.
        await site.OpenStripeAsync(null, CheckoutStyle.OnPage, Ct);
        var inEuro = await RunningSite.PayPathAsync(browser, """{"customerInformation":{"name":"Tanya Lee"},"invoiceInformation":{"description":"Flowers","dueDate":"2030-01-01","sendImmediately":true,"deliveryMode":"none"},"orderInformation":{"amountDetails":{"totalAmount":"12.50","currency":"EUR"} } }""", Ct);
        await WriteAsync(browser, "GET", inEuro, "/p/{token}, with Stripe's form on it");
        await WriteAsync(browser, "POST", inEuro, "/p/{token}, with Stripe's form on it, something wrong in ours");
        await WriteAsync(browser, "POST", inEuro, "/p/{token}, by the page's script, something wrong", ("Accept", "application/json"));

        // A fault of ours: the page finds no table any more.
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE Payments RENAME TO Gone", Ct);
        await WriteAsync(browser, "GET", path, "/p/{token}, with a fault on our side");
        await WriteAsync(browser, "POST", path, "/p/{token}, with a fault on our side", ("form", "Input.Choice=full&Input.Shown=1250&Input.Method=card"));
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE ReceiptKeys RENAME TO GoneToo", Ct);
        await WriteAsync(browser, "GET", $"/verify/{receipt}.json", "/verify/{code}.json, with a fault on our side");

        Approved.File("docs/headers.md", _table.ToString());
    }

    private async Task WriteAsync(HttpClient browser, string method, string path, string name, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));

        foreach (var (header, value) in headers.Where(h => h.Name != "form"))
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        request.Headers.Add("Accept-Encoding", "gzip");
        request.Content = method is "POST" or "PUT"
            ? new StringContent(headers.FirstOrDefault(h => h.Name == "form").Value ?? "", new MediaTypeHeaderValue("application/x-www-form-urlencoded"))
            : null;
        var answer = await browser.SendAsync(request, Ct);
        Row($"{method} {name}", (int)answer.StatusCode, [.. answer.Headers.Concat(answer.Content.Headers).OrderBy(h => h.Key, StringComparer.Ordinal)
            .SelectMany(h => h.Value.Select(v => $"{h.Key}: {Steady(h.Key, v)}"))]);
    }

    /// <summary>What the first answer carries stands once at the top; a row says what differs from it.</summary>
    private void Row(string request, int status, string[] lines)
    {
        if (_table.Length == 0)
        {
            _everywhere = [.. lines.Where(line => Common.Contains(line.Split(':')[0]))];
            _table.Append(CultureInfo.InvariantCulture, $"""
                # Response headers, route by route

                Written by a test (ResponseHeadersTests; APPROVE=1 accepts a change). `*` stands for what differs each time: dates, lengths, nonces, secrets.
                Over HTTPS `Strict-Transport-Security` comes on top. What is not proper HTTP the server itself refuses with a bare status (400, 414, 431).

                Every answer carries these, unless its row says otherwise:

                ```
                {string.Join('\n', _everywhere)}
                ```

                | request | status | besides | without |
                |---|---|---|---|

                """);
        }

        _table.Append(CultureInfo.InvariantCulture, $"| {request} | {status} | {Cell(lines.Except(_everywhere))} | {Cell(_everywhere.Except(lines))} |\n");

        static string Cell(IEnumerable<string> cell) => string.Join("<br>", cell.Select(line => $"`{line}`"));
    }

    private static string Steady(string header, string value) => header switch
    {
        "Date" or "Last-Modified" or "ETag" or "Content-Length" or "Retry-After" or "X-Request-ID" or "RateLimit-Remaining" or "RateLimit-Reset" => "*",
        _ => Address().Replace(Secrets().Replace(value, "*"), "http://*/"),
    };

    private static async Task<string> DemoPathAsync(PayPageDbContext db, ILinkTokens tokens)
    {
        byte[]? used;

        while ((used = await db.Links.Where(l => l.Status == LinkStatus.Used).Select(l => l.SealedAddress).FirstOrDefaultAsync(Ct)) is null)
        {
            await Task.Delay(100, Ct);    // the demo's payment is recorded a moment later
        }

        return $"/p/{tokens.Unseal(used)!.Token}";    // sealed by this site
    }

    [GeneratedRegex("(?<=nonce-)[A-Za-z0-9+/=_-]+|(?<=/p/|/pay/)[A-Za-z0-9_-]+|(?<=paypage-)[0-9a-f]+=[^;]+")]
    private static partial Regex Secrets();

    [GeneratedRegex("http://[^/]+/")]
    private static partial Regex Address();

    [GeneratedRegex("src=\"(/logo/[a-z0-9]+)\"")]
    private static partial Regex Logo();

    [GeneratedRegex("src=\"(/js/pay\\.[a-z0-9]{10}\\.js)\"")]
    private static partial Regex Script();
}
