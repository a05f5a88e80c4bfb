using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

public sealed partial class HostileRequestTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("?Input.Choice=other&Input.Amount=0.01&Input.Method=bank&Input.ReceiptEmail=evil%40example.com")]
    [InlineData("?token=abc&Token=abc")]
    [InlineData("?handler=Again")]
    [InlineData("?%00%0d%0a=%ff&a[]=1&a[]=2&__proto__[x]=1")]
    public async Task A_query_changes_nothing_on_the_page(string query)
    {
        var path = await PathAsync();

        var plain = await SendAsync("GET", path);
        var asked = await SendAsync("GET", path + query);

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Always.Guarded(asked);
        Assert.Equal(await BodyAsync(plain), await BodyAsync(asked));
    }

    [Fact]
    public async Task A_link_is_named_by_the_path_alone()
    {
        var token = (await PathAsync())["/p/".Length..];

        var answer = await SendAsync("GET", $"/p/x?token={token}&Token={token}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Always.Guarded(answer);
    }

    [Fact]
    public async Task What_is_paid_is_read_from_the_form_alone()
    {
        var path = await PathAsync();

        var answer = await SendAsync("POST", $"{path}?Input.Choice=other&Input.Amount=1.00&Input.Method=card");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Always.Guarded(answer);
    }

    [Fact]
    public async Task A_very_long_query_is_borne()
    {
        var answer = await SendAsync("GET", $"{await PathAsync()}?q={new string('x', 7_900)}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Always.Guarded(answer);
    }

    [Theory]
    [InlineData("/x.css")]
    [InlineData("/receipt/x.js")]
    [InlineData("/%2e%2e/x.css")]
    [InlineData(";x.css/y.css")]
    public async Task A_page_cannot_pass_for_a_file_that_a_cache_would_keep(string tail)
    {
        var answer = await SendAsync("GET", await PathAsync() + tail);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Always.Guarded(answer);    // no-store among them
    }

    [Theory]
    [InlineData("GET", "", "iframe", HttpStatusCode.OK)]            // shown to nobody: frame-ancestors and X-Frame-Options
    [InlineData("HEAD", "", "document", HttpStatusCode.OK)]
    [InlineData("POST", "", "document", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/opened", "empty", HttpStatusCode.Forbidden)]
    [InlineData("TRACE", "", "document", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/receipt", "document", HttpStatusCode.MethodNotAllowed)]
    public async Task What_another_site_sends_is_guarded_whatever_the_answer(string method, string tail, string destination, HttpStatusCode status)
    {
        using var request = Request(method, await PathAsync() + tail);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Dest", destination);
        request.Headers.Add("Origin", "https://evil.test");

        var answer = await fixture.Browser.SendAsync(request, Ct);

        Assert.Equal(status, answer.StatusCode);
        Always.Guarded(answer);
        Assert.DoesNotContain("Access-Control", answer.Headers.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("evil.test")]
    [InlineData("evil.test:443")]
    public async Task A_foreign_host_comes_back_in_nothing(string host)
    {
        using var request = Request("GET", await PathAsync());
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Host", host);
        request.Headers.Add("X-Forwarded-Proto", "https");

        var answer = await fixture.Browser.SendAsync(request, Ct);

        Assert.DoesNotContain("evil.test", await answer.Content.ReadAsStringAsync(Ct) + answer.Headers, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    /// <summary>Kestrel itself answers these, before any of our code: a bare status, no body, no headers of ours, and the connection ends.</summary>
    [Theory]
    [InlineData("GET /p/%00 HTTP/1.1\r\nHost: x\r\n\r\n", "400")]
    [InlineData("GET /p/x HTTP/1.1\r\n\r\n", "400")]                                // no host
    [InlineData("GET /p/x HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "400")]
    [InlineData("GET /p/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "400")]
    [InlineData("GET /p/{9000} HTTP/1.1\r\nHost: x\r\n\r\n", "414")]
    [InlineData("GET /p/x HTTP/1.1\r\nHost: x\r\nX-Flood: {40000}\r\n\r\n", "431")]
    [InlineData("GET /p/x HTTP/1.1\r\nHost: x\r\n{200 headers}\r\n", "431")]
    public async Task What_is_not_proper_http_gets_a_bare_status_from_the_server(string request, string status)
    {
        var answer = await RawAsync(request
            .Replace("{9000}", new string('x', 9_000), StringComparison.Ordinal)
            .Replace("{40000}", new string('x', 40_000), StringComparison.Ordinal)
            .Replace("{200 headers}", string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n")), StringComparison.Ordinal));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 0\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.Ordinal);
    }

    private async Task<string> RawAsync(string request)
    {
        var site = fixture.Browser.BaseAddress!;    // set when the site was started
        using var client = new TcpClient();
        await client.ConnectAsync(site.Host, site.Port, Ct);
        await using var stream = client.GetStream();
        var answer = new StringBuilder();
        var buffer = new byte[4096];

        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Ct);

            while (await stream.ReadAsync(buffer, Ct) is > 0 and var read)
            {
                answer.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // It hung up on what it did not want to read; the answer came before.
        }

        return answer.ToString();
    }

    private Task<string> PathAsync() => RunningSite.PayPathAsync(fixture.Browser, Ct);

    private async Task<HttpResponseMessage> SendAsync(string method, string path)
    {
        using var request = Request(method, path);
        return await fixture.Browser.SendAsync(request, Ct);
    }

    private static HttpRequestMessage Request(string method, string path) => new(new HttpMethod(method), new Uri(path, UriKind.Relative))
    {
        Content = method == "POST" ? new FormUrlEncodedContent([]) : null,
    };

    private static async Task<string> BodyAsync(HttpResponseMessage answer) => Changing().Replace(await answer.Content.ReadAsStringAsync(Ct), "");

    // Made anew for each page.
    [GeneratedRegex("name=\"Input.Attempt\" value=\"[^\"]*\"|value=\"[^\"]*\" name=\"Input.Attempt\"|nonce=\"[^\"]*\"")]
    private static partial Regex Changing();
}
