using System.Net;
using System.Text.Json;

namespace PayPage.Unit.Api;

public sealed class EventsApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_feed_is_read_page_by_page_and_ends_in_an_empty_one()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        for (var i = 0; i < 3; i++)
        {
            await CreateAsync(client);
        }

        var first = await ReadAsync(client, "?limit=2");
        Assert.Equal((2, "2", true), (first.GetProperty("events").GetArrayLength(), first.GetProperty("next").GetString(), first.GetProperty("has_more").GetBoolean()));
        Assert.Equal("invoice.created", first.GetProperty("events")[0].GetProperty("type").GetString());
        Assert.Equal("test", first.GetProperty("events")[0].GetProperty("mode").GetString());
        var second = await ReadAsync(client, "?after=2&limit=2");
        Assert.Equal((1, "3", false), (second.GetProperty("events").GetArrayLength(), second.GetProperty("next").GetString(), second.GetProperty("has_more").GetBoolean()));
        var third = await ReadAsync(client, "?after=3");
        Assert.Equal((0, "3", false), (third.GetProperty("events").GetArrayLength(), third.GetProperty("next").GetString(), third.GetProperty("has_more").GetBoolean()));
    }

    [Fact]
    public async Task Another_merchants_key_reads_his_own()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var other = host.Client(ApiHost.OthersKey);
        await CreateAsync(client);

        Assert.Equal(0, (await ReadAsync(other, "")).GetProperty("events").GetArrayLength());
    }

    [Theory]
    [InlineData("?after=x", "after")]
    [InlineData("?after=-1", "after")]
    [InlineData("?after=1&after=2", "after")]
    [InlineData("?after=%201", "after")]
    [InlineData("?after=99999999999999999999", "after")]
    [InlineData("?after=7", "after")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=", "limit")]
    [InlineData("?since=1", "since")]
    public async Task What_cannot_be_understood_is_said_by_the_parameters_name(string query, string field)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var answer = await client.GetAsync(new Uri($"/api/v1/events{query}", UriKind.Relative), Ct);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal((400, field), (problem.GetProperty("status").GetInt32(), problem.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData(ApiHost.RevokedKey)]
    public async Task Nobody_reads_without_a_key_that_is_in_use(string? key)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client(key);
        using var answer = await client.GetAsync(new Uri("/api/v1/events", UriKind.Relative), Ct);

        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json", "Bearer"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, $"{answer.Headers.WwwAuthenticate}"));
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, string query)
    {
        using var answer = await client.GetAsync(new Uri($"/api/v1/events{query}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
    }

    private static async Task CreateAsync(HttpClient client)
    {
        using var body = new StringContent(
            """
            {"customerInformation":{"name":"Tanya Lee"},
             "invoiceInformation":{"description":"Flowers","dueDate":"2030-01-01","sendImmediately":true,"deliveryMode":"none"},
             "orderInformation":{"amountDetails":{"totalAmount":"12.50","currency":"USD"} } }
            """,
            System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/invoicing/v2/invoices", UriKind.Relative), body, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }
}
