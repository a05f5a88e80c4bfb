using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Api;
using PayPage.Domain.Invoices.Intake;
using PayPage.Unit.Support;

namespace PayPage.Unit.Api.Description;

/// <summary>The description is made from the code. What it says is held against all answers of all tests by <see cref="HeldToItsWord"/>.</summary>
public sealed class ApiDescriptionTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_is_the_one_that_was_approved_and_leaves_nothing_out()
    {
        await using var site = new RunningSite();
        using var browser = site.Browser();
        var text = await browser.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct);
        var document = JsonNode.Parse(text)!;

        Approved.File(DescribedApi.Path, document.ToJsonString(Indented) + "\n");

        var described = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}")).Order();
        Assert.Equal(RoutesOf(site).Order(), described);

        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!).ToList();
        Assert.All(operations, operation =>
        {
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), operation.ToJsonString());
            Assert.Contains(operation["responses"]!.AsObject(), answer => answer.Key.StartsWith('2') && (answer.Key == "204" || answer.Value!["content"] is not null));
        });
        Assert.Equal(operations.Count, operations.Select(operation => (string?)operation["operationId"]).Where(id => id is not null).Distinct().Count());
    }

    [Fact]
    public void Every_field_that_is_read_from_an_invoice_is_described()
    {
        var fields = typeof(ProposalFields).GetFields().Where(f => f is { IsLiteral: true }).Select(f => (string)f.GetRawConstantValue()!);
        var known = fields.Select(DialectNames.Of).Where(name => name.Contains('.', StringComparison.Ordinal)).ToList();

        Assert.True(known.Count > 25);
        Assert.All(known, name => Assert.True(DescribedApi.Read.Takes("/invoicing/v2/invoices", "post", name), name));

        var members = typeof(LineFields).GetFields().Where(f => f is { IsLiteral: true }).Select(f => (string)f.GetRawConstantValue()!);
        Assert.All(members, member => Assert.True(DescribedApi.Read.Takes("/invoicing/v2/invoices", "post", $"orderInformation.lineItems[].{DialectNames.OfMember(member)}"), member));
    }

    [Fact]
    public async Task The_page_to_read_it_on_brings_all_it_needs_itself()
    {
        await using var site = new RunningSite();
        using var browser = site.Browser();

        var page = await browser.GetAsync(new Uri("/docs/index.html", UriKind.Relative), Ct);
        var html = await page.Content.ReadAsStringAsync(Ct);

        Assert.Contains("swagger-ui", html, StringComparison.Ordinal);
        Assert.DoesNotContain("//", html.Replace("https://www.w3.org", "", StringComparison.Ordinal).Replace("<!-- ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> RoutesOf(RunningSite site) =>
        from endpoint in site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
        let path = $"/{endpoint.RoutePattern.RawText!.Trim('/')}"
        where path.StartsWith("/invoicing/", StringComparison.Ordinal) || path.StartsWith("/api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where method != HttpMethod.Head.Method
        select $"{method} {path}";
}
