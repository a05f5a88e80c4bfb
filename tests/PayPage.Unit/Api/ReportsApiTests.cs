using System.Net;
using System.Text.Json;

namespace PayPage.Unit.Api;

public sealed class ReportsApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_come_as_JSON_with_amounts_as_texts()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.PostAsync(Address("/invoicing/v2/invoices"), Bodies.WithLines.AsJson(), Ct);

        var answer = await client.GetAsync(Address("/api/v1/reports/invoices?columns=number,total,email"), Ct);
        using var reply = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        Assert.Equal("invoices", reply.RootElement.GetProperty("report").GetString());
        var line = Assert.Single(reply.RootElement.GetProperty("lines").EnumerateArray());
        Assert.Equal(["number", "email", "total"], line.EnumerateObject().Select(member => member.Name));
        Assert.Equal("293.50", line.GetProperty("total").GetString());
    }

    [Fact]
    public async Task Lines_come_as_CSV_and_another_merchants_key_finds_none()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var other = host.Client(ApiHost.OthersKey);
        await client.PostAsync(Address("/invoicing/v2/invoices"), Bodies.WithLines.AsJson(), Ct);
        var address = Address("/api/v1/reports/invoices?format=csv&columns=number&from=2026-11-21&to=2026-11-21");

        var answer = await client.GetAsync(address, Ct);

        Assert.Equal("text/csv; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Equal("attachment; filename=\"invoices-2026-11-21-2026-11-21.csv\"", $"{answer.Content.Headers.ContentDisposition}");
        Assert.Equal("\uFEFFnumber\r\nINV-000001\r\n", System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Ct)));
        Assert.Equal("\uFEFFnumber\r\n", System.Text.Encoding.UTF8.GetString(await (await other.GetAsync(address, Ct)).Content.ReadAsByteArrayAsync(Ct)));
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("columns=secret", "columns")]
    [InlineData("format=xls", "format")]
    [InlineData("form=2026-01-01", "form")]
    [InlineData("currency=EURO", "currency")]
    public async Task What_cannot_be_read_is_a_problem_that_names_the_field(string query, string field)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await client.GetAsync(Address($"/api/v1/reports/payments?{query}"), Ct);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal([field], problem.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Without_a_key_and_for_what_is_no_report_there_is_a_problem_too()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var stranger = host.Client(null);
        using var client = host.Client();

        var refused = await stranger.GetAsync(Address("/api/v1/reports/payments"), Ct);
        var missing = await client.GetAsync(Address("/api/v1/reports/customers"), Ct);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (refused.StatusCode, $"{refused.Headers.WwwAuthenticate}"));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (missing.StatusCode, missing.Content.Headers.ContentType?.MediaType));
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);
}
