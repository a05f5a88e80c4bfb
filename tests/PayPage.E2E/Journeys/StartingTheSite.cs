using System.Net;
using PayPage.E2E.Support;
using PayPage.Unit.Support;

namespace PayPage.E2E.Journeys;

/// <summary>An operator starts the program, from a folder that is not its own.</summary>
[RunsLong]
public sealed class StartingTheSite(World world) : Journey(world)
{
    private static readonly Dictionary<string, string> ATrialInProduction = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["PayPage__PublicBaseUrl"] = "{own}",
        ["Sandbox__AllowInProduction"] = "true",
    };

    [Fact]
    public async Task Development_serves_its_script_whole_and_compressed() => await ServesItsScriptAsync(await SiteAsync(Arrangement.SandboxInside));

    [Fact]
    public async Task Production_serves_its_script_whole_and_compressed()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside, ATrialInProduction);
        await ServesItsScriptAsync(site);
    }

    [Fact]
    public async Task Production_does_not_start_without_its_public_address() => await RefusesAsync(
        "PayPage__PublicBaseUrl", new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Sandbox__AllowInProduction"] = "true" });

    [Fact]
    public async Task Production_does_not_start_with_a_processor_that_moves_no_money() => await RefusesAsync(
        "Sandbox__AllowInProduction", new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["PayPage__PublicBaseUrl"] = "https://pay.example.com" });

    private static async Task RefusesAsync(string missing, Dictionary<string, string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("paypage-e2e-");
        settings["PayPage__DataDirectory"] = folder.FullName;
        await using var program = ChildProcess.Start([], settings);

        Assert.Equal(1, await program.EndsAsync());
        Assert.Contains(missing, Assert.Single(program.Lines), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private async Task ServesItsScriptAsync(RunningSite site)
    {
        var page = await BrowserAsync();
        await page.GotoAsync((await site.Merchant.CreateAsync()).Link.AbsoluteUri);
        var script = new Uri(site.BaseUrl, await page.Locator("script[src]").GetAttributeAsync("src"));
        using var http = new HttpClient();

        var plain = await http.GetByteArrayAsync(script, TestContext.Current.CancellationToken);
        var (encoding, best) = await GetAsync(http, script, "br, gzip");
        var (second, gzip) = await GetAsync(http, script, "gzip");

        Assert.Matches(@"^/js/pay\.[a-z0-9]+\.js$", script.AbsolutePath);
        Assert.True(plain.Length > 0);
        Assert.True(encoding is "br" or "gzip", $"'{encoding}'");
        Assert.Equal("gzip", second);
        Assert.InRange(best, 1, plain.Length - 1);
        Assert.InRange(gzip, 1, plain.Length - 1);
    }

    private static async Task<(string Encoding, int Length)> GetAsync(HttpClient http, Uri address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd(accept);
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "", (await answer.Content.ReadAsByteArrayAsync()).Length);
    }
}
