using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using PayPage.Hosting;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

public sealed partial class SiteTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_names_its_script_by_fingerprint_and_it_is_served_with_bytes_and_compressed()
    {
        var html = await (await GetAsync(await RunningSite.PayPathAsync(fixture.Browser, Ct))).Content.ReadAsStringAsync(Ct);
        var address = Script().Match(html).Groups[1].Value;

        var script = await GetAsync(address);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Approved.Root(), "wwwroot", "js", "pay.js"), Ct),
            await script.Content.ReadAsStringAsync(Ct));
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", script.Headers.CacheControl?.ToString(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Accept-Encoding", "br, gzip");
        Assert.Single((await fixture.Browser.SendAsync(request, Ct)).Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/problem/500", HttpStatusCode.NotFound)]
    [InlineData("/hooks/sandbox/acc_00000000000000000000000000000000", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/invoicing/v2/invoices", HttpStatusCode.Unauthorized)]
    [InlineData("/invoicing/v2/invoices/X/delivery", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/p/x/opened", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/sandbox", HttpStatusCode.OK)]
    public async Task Each_address_answers_as_it_should(string path, HttpStatusCode status)
    {
        var answer = await GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acc_00000000000000000000000000000000", HttpStatusCode.NotFound)]
    [InlineData("nonsense", HttpStatusCode.NotFound)]
    public async Task An_event_for_no_account_of_ours_is_not_taken(string account, HttpStatusCode status)
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");

        Assert.Equal(status, (await fixture.Browser.PostAsync(new Uri($"/hooks/sandbox/{account}", UriKind.Relative), body, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("Production", "", "PayPage__PublicBaseUrl is not set")]
    [InlineData("Production", "PayPage:PublicBaseUrl=https://pay.example.com", "Sandbox__AllowInProduction=true")]
    [InlineData("Production", "PayPage:PublicBaseUrl=https://pay.example.com;Sandbox:AllowInProduction=true", null)]
    [InlineData("Production", "PayPage:PublicBaseUrl=https://pay.example.com;Sandbox:AllowInProduction=true;Database:Provider=SqlServer;Sandbox:BaseUrl=https://s.example.com", "DataProtection__CertificatePath is not set")]
    [InlineData("Development", "Database:Provider=SqlServer", "set Sandbox__BaseUrl")]
    [InlineData("Development", "PayPage:PublicBaseUrl=https://pay.example.com/path", "without a path")]
    [InlineData("Development", "Processor=Paypal", "set Processor=Sandbox or Processor=Stripe")]
    [InlineData("Development", "Processor=Stripe", null)]
    [InlineData("Production", "PayPage:PublicBaseUrl=https://pay.example.com;Processor=Stripe", null)]
    [InlineData("Production", "PayPage:PublicBaseUrl=https://pay.example.com;Processor=Stripe;Database:Provider=SqlServer", "DataProtection__CertificatePath is not set")]
    [InlineData("Development", "", null)]
    public void What_is_missing_stops_the_start_with_one_sentence(string environment, string settings, string? words)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=')).Select(s => KeyValuePair.Create(s[0], (string?)s[1]))).Build();

        var objection = StartChecks.Objection(configuration, new HostingEnvironment { EnvironmentName = environment });

        if (words is null)
        {
            Assert.Null(objection);
            return;
        }

        Assert.Contains(words, objection, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => fixture.Browser.GetAsync(new Uri(path, UriKind.Relative), Ct);

    [GeneratedRegex("src=\"(/js/pay\\.[a-z0-9]{10}\\.js)\"")]
    private static partial Regex Script();
}
