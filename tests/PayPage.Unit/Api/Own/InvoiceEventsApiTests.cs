using System.Net;
using Microsoft.EntityFrameworkCore;

namespace PayPage.Unit.Api.Own;

public sealed class InvoiceEventsApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invoices_own_events_are_read_page_by_page_by_its_own_count()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("e/1"));
        await client.CreateAsync(Bodies.WithLines.Numbered("e2"));
        await host.PayAsync("e/1", 293_50);
        const string address = "/api/v1/invoices/e%2F1/events";

        var all = await client.AskAsync(address);
        var numbers = all.At("events").EnumerateArray().Select(e => e.GetProperty("data").GetProperty("invoice").GetProperty("sequence").GetInt64()).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(i => (long)i), numbers);
        Assert.True(numbers.Count >= 3);
        Assert.All(all.At("events").EnumerateArray(), e => Assert.Equal("e/1", e.GetProperty("data").GetProperty("invoice").GetProperty("number").GetString()));
        Assert.Contains("invoice.paid", all.At("events").EnumerateArray().Select(e => e.GetProperty("type").GetString()));

        var read = new List<string>();
        var next = "0";

        while (true)
        {
            var page = await client.AskAsync($"{address}?limit=1&after={next}");
            read.AddRange(page.At("events").EnumerateArray().Select(e => e.GetRawText()));
            next = page.Text("next");

            if (!page.At("has_more").GetBoolean())
            {
                break;
            }
        }

        Assert.Equal(all.At("events").EnumerateArray().Select(e => e.GetRawText()), read);
        Assert.Equal(0, (await client.AskAsync($"{address}?after={next}")).At("events").GetArrayLength());
    }

    [Fact]
    public async Task Whoever_missed_events_that_were_removed_is_told()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("e1"));
        await host.PayAsync("e1", 293_50);
        await host.InDatabaseAsync(db => db.Events.Where(e => e.InvoiceSequence <= 2).ExecuteDeleteAsync(Ct));

        Assert.Equal((HttpStatusCode.Gone, "urn:paypage:problem:cursor-too-old"), await RefusalAsync(client, "?after=1"));
        Assert.Equal(3, (await client.AskAsync("/api/v1/invoices/e1/events")).At("events.0.data.invoice.sequence").GetInt64());
        Assert.Equal(3, (await client.AskAsync("/api/v1/invoices/e1/events?after=2")).At("events.0.data.invoice.sequence").GetInt64());
    }

    [Theory]
    [InlineData("?after=99")]
    [InlineData("?after=-1")]
    [InlineData("?limit=0")]
    [InlineData("?limit=101")]
    [InlineData("?since=1")]
    public async Task What_cannot_be_understood_is_a_problem(string query)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("e1"));

        Assert.Equal((HttpStatusCode.BadRequest, "urn:paypage:problem:invalid"), await RefusalAsync(client, query));
    }

    private static async Task<(HttpStatusCode Status, string Type)> RefusalAsync(HttpClient client, string query)
    {
        var reply = await client.AskAsync($"/api/v1/invoices/e1/events{query}");
        return (reply.Status, reply.Text("type"));
    }
}
