using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PayPage.Unit.Support;
using PayPage.UseCases.Batches;

namespace PayPage.Unit.Api;

public sealed class BatchesApiTests
{
    private const string Root = "/api/v1/batches";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_goes_the_whole_way_by_calls_alone()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var (status, taken) = await SendAsync(client, "?reference=May-2026&name=may.csv", BatchRoom.Header + BatchRoom.Rows(12) + "B-99,Sam,nowhere,5.00,EUR,2027-01-31,Roses\n");
        Assert.Equal((HttpStatusCode.Accepted, "validating", "May-2026"), (status, Text(taken, "status"), Text(taken, "reference")));
        await WorkAsync(host);

        var id = Text(taken, "id");
        var validated = await GetAsync(client, $"{Root}/{id}");
        Assert.Equal(("validated", 13, 12, 1), (Text(validated, "status"), Row(validated, "total"), Row(validated, "good"), Row(validated, "rejected")));
        Assert.Equal(id, Text(await GetAsync(client, $"{Root}?reference=May-2026"), "id"));

        var rejected = (await GetAsync(client, $"{Root}/{id}/rows?state=rejected")).GetProperty("rows");
        Assert.Equal(("customer_email", 14), (rejected[0].GetProperty("faults")[0].GetProperty("column").GetString(), rejected[0].GetProperty("line").GetInt32()));

        Assert.Equal((HttpStatusCode.Conflict, "urn:paypage:problem:not-whole"), await PostAsync(client, $"{Root}/{id}/process?only=whole"));
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(client, $"{Root}/{id}/process")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, $"{Root}/{id}/process")).Status);
        await WorkAsync(host);

        var processed = await GetAsync(client, $"{Root}/{id}");
        Assert.Equal(("processed", 12, 1, 0), (Text(processed, "status"), Row(processed, "created"), Row(processed, "rejected"), Row(processed, "waiting")));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, $"{Root}/{id}/process")).Status);
        var results = await client.GetStringAsync(new Uri($"{Root}/{id}/results.csv", UriKind.Relative), Ct);
        Assert.Equal(14, results.TrimEnd().Split("\r\n").Length);
        Assert.Equal(HttpStatusCode.Conflict, (await client.DeleteAsync(new Uri($"{Root}/{id}", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task Machines_are_not_asked_what_they_mean_but_may_say_it()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        const string text = "customer_name;customer_email;amount;currency;due_date;description\nTanya;t@example.com;1250,50;EUR;03/04/2027;Roses\n";

        var (_, plain) = await SendAsync(client, "", text);
        var (_, said) = await SendAsync(client, "?decimal=comma&dates=dmy&delimiter=semicolon&reference=said", text + "\n");
        await WorkAsync(host);

        Assert.Equal(("validated", 1), (Text(await GetAsync(client, $"{Root}/{Text(plain, "id")}"), "status"), Row(await GetAsync(client, $"{Root}/{Text(plain, "id")}"), "rejected")));
        var row = (await GetAsync(client, $"{Root}/{Text(said, "id")}/rows")).GetProperty("rows")[0];
        Assert.Equal(("good", "1250.50"), (Text(row, "status"), Text(row, "amount")));
    }

    [Theory]
    [InlineData("?reference=%20%2B", "text/csv", 400, "invalid")]
    [InlineData("?reference=12345678901234567890123456789012345678901", "text/csv", 400, "invalid")]
    [InlineData("?decimal=dot", "text/csv", 400, "invalid")]
    [InlineData("?dates=european", "text/csv", 400, "invalid")]
    [InlineData("?delimiter=,", "text/csv", 400, "invalid")]
    [InlineData("?amounts=cents", "text/csv", 400, "invalid")]
    [InlineData("", "application/json", 415, "not-csv")]
    public async Task What_cannot_be_meant_is_refused_before_anything_is_kept(string query, string type, int status, string kind)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var (answered, problem) = await SendAsync(client, query, BatchRoom.Header + BatchRoom.Rows(1), type);

        Assert.Equal((status, $"urn:paypage:problem:{kind}"), ((int)answered, Text(problem, "type")));
        await host.InDatabaseAsync(async db => Assert.Equal(0, await db.Batches.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_same_file_the_same_reference_and_no_file_are_told_apart()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var other = host.Client(ApiHost.OthersKey);
        var text = BatchRoom.Header + BatchRoom.Rows(1);
        var (_, first) = await SendAsync(client, "?reference=one", text);

        Assert.Equal("urn:paypage:problem:same-file", Text((await SendAsync(client, "?reference=two", text)).Body, "type"));
        Assert.Equal("urn:paypage:problem:reference-taken", Text((await SendAsync(client, "?reference=one", text + "\n")).Body, "type"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:paypage:problem:unreadable-file"), ((await SendAsync(client, "", "PK\u0003\u0004")).Status, Text((await SendAsync(client, "", "PK\u0003\u0004")).Body, "type")));
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(other, "?reference=one", text)).Status);

        foreach (var path in new[] { "", "/rows", "/results.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri($"{Root}/{Text(first, "id")}{path}", UriKind.Relative), Ct)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(other, $"{Root}/{Text(first, "id")}/process")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync(new Uri($"{Root}/{Text(first, "id")}", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"{Root}/bat_x", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task Without_a_key_there_is_nothing()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client(null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(client, "", BatchRoom.Header)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri($"{Root}?reference=x", UriKind.Relative), Ct)).StatusCode);
    }

    private static async Task WorkAsync(ApiHost host)
    {
        while (await host.UseAsync<WorkOnBatch, bool>(work => work.ReadNextAsync(Ct)) | await host.UseAsync<WorkOnBatch, bool>(work => work.GoOnAsync(Ct)))
        {
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient client, string query, string text, string type = "text/csv")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var answer = await client.PostAsync(new Uri(Root + query, UriKind.Relative), content, Ct);
        return (answer.StatusCode, await JsonAsync(answer));
    }

    private static async Task<(HttpStatusCode Status, string? Type)> PostAsync(HttpClient client, string path)
    {
        var answer = await client.PostAsync(new Uri(path, UriKind.Relative), null, Ct);
        var body = await JsonAsync(answer);
        return (answer.StatusCode, body.TryGetProperty("type", out var type) ? type.GetString() : null);
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string path) => await JsonAsync(await client.GetAsync(new Uri(path, UriKind.Relative), Ct));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private static string? Text(JsonElement body, string member) => body.GetProperty(member).GetString();

    private static int Row(JsonElement body, string member) => body.GetProperty("rows").GetProperty(member).GetInt32();
}
