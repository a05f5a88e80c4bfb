using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace PayPage.Unit.Api;

public sealed class RefusalTests
{
    private static readonly Uri Invoices = new("/invoicing/v2/invoices", UriKind.Relative);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_gets_in_without_a_key_and_their_body_is_not_looked_at()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client(null);

        var inAddress = new Uri($"{Invoices}?access_token={ApiHost.Key}&key={ApiHost.Key}", UriKind.Relative);
        string?[] headers =
        [
            null, "", "Bearer", "Bearer ", "Bearer wrong", $"Bearer {ApiHost.RevokedKey}", $"Basic {ApiHost.Key}", ApiHost.Key, $"Bearer {ApiHost.Key} x",
        ];

        foreach (var header in headers)
        {
            using var call = new HttpRequestMessage(HttpMethod.Post, inAddress);
            call.Content = new StringContent("no json at all", Encoding.UTF8, "text/plain");

            if (header is not null)
            {
                call.Headers.TryAddWithoutValidation("Authorization", header);
            }

            var answer = await client.SendAsync(call, Ct);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("""{"response":{"rmsg":"Authentication Failed"}}""", await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    [Fact]
    public async Task The_scheme_may_be_written_in_any_case()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"bearer {ApiHost.Key}");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/invoicing/v2/invoices/x", UriKind.Relative), Ct)).StatusCode);
    }

    public static TheoryData<string, string?, string> Faults => new()
    {
        { "orderInformation.amountDetails.currency", "\"XXX\"", "orderInformation.amountDetails.currency" },
        { "invoiceInformation.dueDate", null, "invoiceInformation.dueDate" },
        { "orderInformation.amountDetails.totalAmount", "293.51", "orderInformation.amountDetails.totalAmount" },
        { "orderInformation.lineItems.1.totalAmount", "52.51", "orderInformation.lineItems[1].totalAmount" },
        { "customerInformation.email", "\"a@b.example, c@d.example\"", "customerInformation.email" },
        { "orderInformation.amountDetails.totalAmount", "0", "orderInformation.amountDetails.totalAmount" },
        { "orderInformation.amountDetails.totalAmount", "-293.5", "orderInformation.amountDetails.totalAmount" },
        { "orderInformation.amountDetails.totalAmount", "293.505", "orderInformation.amountDetails.totalAmount" },
        { "orderInformation.amountDetails.totalAmount", "\"٢٩٣.٥\"", "orderInformation.amountDetails.totalAmount" },
        { "orderInformation.amountDetails.totalAmount", "2.935e2", "orderInformation.amountDetails.totalAmount" },
        { "orderInformation.lineItems.0.unitPrice", "{}", "orderInformation.lineItems[0].unitPrice" },
        { "orderInformation.lineItems.0", "7", "orderInformation.lineItems[0]" },
        { "orderInformation.lineItems", $"[{string.Join(',', Enumerable.Repeat("1", 50_000))}]", "orderInformation.lineItems" },
        { "orderInformation.lineItems", $"[{string.Join(',', Enumerable.Repeat("{}", 31))}]", "orderInformation.lineItems" },
        { "invoiceInformation.description", "[]", "invoiceInformation.description" },
        { "customerInformation.company", "\"Acme\"", "customerInformation.company" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_named_in_the_dialect_and_nothing_is_created(string path, string? json, string field)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await client.PostAsync(Invoices, Bodies.WithLines.With(path, json).AsJson(), Ct);
        var reply = await JsonAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("BADREQUEST", reply.GetProperty("status").GetString());
        Assert.Equal("VALIDATION_ERROR", reply.GetProperty("reason").GetString());
        Assert.Equal("Field validation errors.", reply.GetProperty("message").GetString());
        var detail = Assert.Single(reply.GetProperty("details").EnumerateArray());
        Assert.Equal(field, detail.GetProperty("field").GetString());
        Assert.Equal(json is null ? "MISSING_FIELD" : "INVALID_DATA", detail.GetProperty("reason").GetString());
        await NothingIsThereAsync(host);
    }

    [Fact]
    public async Task Of_an_empty_body_all_that_is_required_is_missed_at_once()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var reply = await JsonAsync(await client.PostAsync(Invoices, "{}".AsJson(), Ct));

        Assert.Equal(
            [
                "invoiceInformation.description", "invoiceInformation.dueDate",
                "orderInformation.amountDetails.currency", "orderInformation.amountDetails.totalAmount",
            ],
            reply.GetProperty("details").EnumerateArray().Select(d => d.GetProperty("field").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(reply.GetProperty("details").EnumerateArray(), d => Assert.Equal("MISSING_FIELD", d.GetProperty("reason").GetString()));
        await NothingIsThereAsync(host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} x")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}")]
    public async Task A_body_that_is_not_one_object_is_a_bad_request(string body)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await client.PostAsync(Invoices, body.AsJson(), Ct);

        var reply = await JsonAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("VALIDATION_ERROR", reply.GetProperty("reason").GetString());
        Assert.False(reply.TryGetProperty("details", out _));    // of no field: none was read
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task A_body_that_does_not_say_it_is_json_is_not_read(string? type)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var body = Bodies.WithoutLines.AsJson();
        body.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var answer = await client.PostAsync(Invoices, body, Ct);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("BADREQUEST", (await JsonAsync(answer)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData(0, false, HttpStatusCode.Created)]
    [InlineData(0, true, HttpStatusCode.Created)]
    [InlineData(1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_may_have_256_KB_and_not_a_byte_more(int beyond, bool chunked, HttpStatusCode status)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var call = new HttpRequestMessage(HttpMethod.Post, Invoices) { Content = Bodies.WithoutLines.PadRight((256 * 1024) + beyond).AsJson() };
        call.Headers.TransferEncodingChunked = chunked;

        var answer = await client.SendAsync(call, Ct);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Head_works_as_get_and_other_methods_are_not_allowed()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var created = await client.PostAsync(Invoices, Bodies.WithoutLines.AsJson(), Ct);

        using var head = new HttpRequestMessage(HttpMethod.Head, created.Headers.Location);
        var answer = await client.SendAsync(head, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 0);

        using var patch = new HttpRequestMessage(HttpMethod.Patch, created.Headers.Location);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.SendAsync(patch, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.DeleteAsync(Invoices, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_failure_of_ours_is_a_502_that_tells_nothing_and_logs_no_secret()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var created = await client.PostAsync(Invoices, Bodies.WithLines.AsJson(), Ct);
        host.World.IsBroken = true;

        var answer = await client.GetAsync(created.Headers.Location, Ct);
        var reply = await JsonAsync(answer);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal(
            ("SERVER_ERROR", "SYSTEM_ERROR", "Error - General system failure."),
            (reply.GetProperty("status").GetString(), reply.GetProperty("reason").GetString(), reply.GetProperty("message").GetString()));
        Assert.Contains("InvalidOperationException", Assert.Single(host.Log.Lines, line => line.Id == 4101).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, line => line.Id == 4101 && line.Text.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains(ApiHost.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("tanya.lee", StringComparison.Ordinal));
    }

    private static async Task NothingIsThereAsync(ApiHost host) => await host.InDatabaseAsync(async db =>
    {
        Assert.Equal(0, await db.Invoices.CountAsync(Ct));
        Assert.Equal(0, await db.Customers.CountAsync(Ct));
        Assert.Equal(0, await db.Links.CountAsync(Ct));
        Assert.Equal(0, await db.Outbox.CountAsync(Ct));
        Assert.Equal(0, await db.Audit.CountAsync(Ct));
    });

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
    }
}
