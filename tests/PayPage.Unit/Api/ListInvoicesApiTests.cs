using System.Net;

namespace PayPage.Unit.Api;

public sealed class ListInvoicesApiTests
{
    private static readonly string[] Statuses = ["DRAFT", "CREATED", "SENT", "PARTIAL", "PENDING", "PAID", "CANCELED"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_five_are_walked_forth_and_back_whole_and_by_each_status()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        for (var i = 1; i <= 25; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(i % 3));    // some in the same second
            await InvoiceActionsTests.InvoiceAsync(host, client, Statuses[i % 7], $"i{i}");
        }

        var all = await WalkAsync(client, "?offset=0&limit=10", 25);
        Assert.Equal(Enumerable.Range(1, 25).Select(i => $"i{i}").Order(), all.Order());
        Assert.Equal("i25", all[0]);
        Assert.Equal("i1", all[^1]);
        Assert.Equal(all, await WalkAsync(client, "?limit=1", 25));
        Assert.Equal(all, await WalkAsync(client, "?limit=1000", 25));
        Assert.Equal(all, await WalkAsync(client, "", 25));

        foreach (var status in Statuses)
        {
            var own = all.Where(number => Statuses[int.Parse(number[1..], System.Globalization.CultureInfo.InvariantCulture) % 7] == status).ToList();
            Assert.Equal(own, await WalkAsync(client, $"?limit=2&status={status}", own.Count));
            Assert.Equal(own, await WalkAsync(client, $"?limit=2&status={status.ToLowerInvariant()}", own.Count));
        }
    }

    [Fact]
    public async Task A_page_has_the_shape_of_the_dialect()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("a b").For("DRAFT")
            .With("invoiceInformation.expirationDate", "\"2027-01-31\"").With("customerInformation.merchantCustomerId", "\"c1\""));

        var reply = await client.AskAsync($"{ApiRoom.Invoices}?offset=0&limit=2&status=draft");

        Assert.Equal(
            """
            {"_links":{"self":{"href":"/v2/invoices/?offset=0&limit=2&status=draft","method":"GET"}},"submitTimeUtc":"2026-11-21T12:00:00.000Z","totalInvoices":1,
            "invoices":[{"_links":{"self":{"href":"/v2/invoices/a%20b","method":"GET"},"update":{"href":"/v2/invoices/a%20b","method":"PUT"},
            "deliver":{"href":"/v2/invoices/a%20b/delivery","method":"POST"},"cancel":{"href":"/v2/invoices/a%20b/cancelation","method":"POST"}},
            "id":"a b","status":"DRAFT","createdDate":"2026-11-21T12:00:00.000Z","customerInformation":{"name":"Tanya Lee","merchantCustomerId":"c1"},
            "invoiceInformation":{"dueDate":"2019-07-11","expirationDate":"2027-01-31"},"orderInformation":{"amountDetails":{"totalAmount":293.50,"currency":"USD"}}}]}
            """.ReplaceLineEndings(""),
            System.Text.RegularExpressions.Regex.Unescape(reply.Body.GetRawText()));
    }

    [Fact]
    public async Task An_offset_counts_invoices_as_in_the_guides_own_example()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        for (var i = 0; i < 5; i++)
        {
            await client.CreateAsync(Bodies.WithLines.For("DRAFT"));
        }

        var reply = await client.AskAsync($"{ApiRoom.Invoices}?offset=1&limit=2&status=draft");
        Assert.Equal("/v2/invoices/?offset=3&limit=2&status=draft", reply.Text("_links.next.href"));
        Assert.Equal("/v2/invoices/?offset=0&limit=2&status=draft", reply.Text("_links.previous.href"));

        var beyond = await client.AskAsync($"{ApiRoom.Invoices}?offset=900&limit=2");
        Assert.Equal((HttpStatusCode.OK, 5, 0), (beyond.Status, beyond.At("totalInvoices").GetInt32(), beyond.At("invoices").GetArrayLength()));
        Assert.Equal("/v2/invoices/?offset=3&limit=2", beyond.Text("_links.previous.href"));
    }

    [Fact]
    public async Task Each_key_lists_its_own_merchants_invoices_of_its_own_mode()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        await host.AddLiveKeyAsync("live");
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines);

        foreach (var key in new[] { ApiHost.OthersKey, "live" })
        {
            using var stranger = host.Client(key);
            Assert.Equal(0, (await stranger.AskAsync(ApiRoom.Invoices)).At("totalInvoices").GetInt32());
        }
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=-1", "limit")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?limit=", "limit")]
    [InlineData("?limit=5&limit=6", "limit")]
    [InlineData("?limit=1e2", "limit")]
    [InlineData("?limit=99999999999999999999", "limit")]
    [InlineData("?offset=-1", "offset")]
    [InlineData("?offset=x", "offset")]
    [InlineData("?offset=%D9%A1", "offset")]
    [InlineData("?status=open", "status")]
    [InlineData("?status=1", "status")]
    [InlineData("?status=CANCELLED", "status")]
    [InlineData("?status=PAID,SENT", "status")]
    [InlineData("?status=", "status")]
    [InlineData("?status=x&limit=0&offset=-1", "offset", "limit", "status")]
    public async Task What_cannot_be_read_is_refused_by_name(string query, params string[] fields)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var reply = await client.AskAsync(ApiRoom.Invoices + query);

        Assert.Equal((400, "VALIDATION_ERROR"), reply.Refusal);
        Assert.Equal(fields, reply.Fields());
    }

    /// <summary>Follows next to the end and previous back to the beginning, and sees the same both ways.</summary>
    private static async Task<IReadOnlyList<string>> WalkAsync(HttpClient client, string query, int total)
    {
        var pages = new Stack<string>();
        var seen = new List<string>();
        var at = await client.AskAsync(ApiRoom.Invoices + query);

        while (true)
        {
            Assert.Equal(total, at.At("totalInvoices").GetInt32());
            pages.Push(Numbers(at));
            seen.AddRange(at.At("invoices").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));    // always there

            if (!at.At("_links").TryGetProperty("next", out var next))
            {
                break;
            }

            at = await client.AskAsync($"/invoicing{next.GetProperty("href").GetString()}");
        }

        while (true)
        {
            Assert.Equal(pages.Pop(), Numbers(at));

            if (!at.At("_links").TryGetProperty("previous", out var previous))
            {
                break;
            }

            at = await client.AskAsync($"/invoicing{previous.GetProperty("href").GetString()}");
        }

        Assert.Empty(pages);
        return seen;
    }

    private static string Numbers(ApiRoom.Reply page) => string.Join(' ', page.At("invoices").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
}
