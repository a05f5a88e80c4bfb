using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Delivery;

namespace PayPage.Unit.Api;

public sealed class InvoicesApiTests
{
    private static readonly Uri Invoices = new("/invoicing/v2/invoices", UriKind.Relative);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Bodies.WithoutLines, "2623.64")]
    [InlineData(Bodies.WithLines, "293.50")]
    public async Task The_guides_own_bodies_make_invoices_that_are_sent(string body, string total)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await client.PostAsync(Invoices, body.AsJson(), Ct);
        var reply = await JsonAsync(answer);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("/invoicing/v2/invoices/INV-000001", answer.Headers.Location?.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("SENT", reply.GetProperty("status").GetString());
        Assert.Equal("INV-000001", reply.GetProperty("id").GetString());
        Assert.Equal(total, reply.GetProperty("orderInformation").GetProperty("amountDetails").GetProperty("totalAmount").GetRawText());
        Assert.StartsWith(
            "https://pay.example.com/p/", reply.GetProperty("invoiceInformation").GetProperty("paymentLink").GetString(), StringComparison.Ordinal);
        Assert.Single(host.World.Sent);
    }

    [Fact]
    public async Task What_was_created_can_be_got_with_its_history()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var created = await client.PostAsync(Invoices, Bodies.WithLines.AsJson(), Ct);

        var answer = await client.GetAsync(created.Headers.Location, Ct);
        var reply = await JsonAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["CREATE", "SEND"], reply.GetProperty("invoiceHistory").EnumerateArray().Select(e => e.GetProperty("event").GetString()));
        Assert.Equal(
            "Second line item's name", reply.GetProperty("orderInformation").GetProperty("lineItems")[1].GetProperty("productName").GetString());
    }

    [Theory]
    [InlineData("INV 1/é", "INV%201%2F%C3%A9")]
    [InlineData("a/../b", "a%2F..%2Fb")]
    [InlineData("#1:2+3", "%231%3A2%2B3")]
    [InlineData("x/publication", "x%2Fpublication")]
    public async Task Any_number_can_be_created_and_got(string number, string escaped)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var created = await client.PostAsync(Invoices, Bodies.WithLines.Numbered(number).AsJson(), Ct);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal($"/invoicing/v2/invoices/{escaped}", created.Headers.GetValues("Location").Single());

        foreach (var spelling in new[] { escaped, escaped.Replace("%2F", "%2f", StringComparison.Ordinal) })
        {
            var got = await client.GetAsync(new Uri($"/invoicing/v2/invoices/{spelling}", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.OK, got.StatusCode);
            Assert.Equal(number, (await JsonAsync(got)).GetProperty("id").GetString());
        }
    }

    [Fact]
    public async Task A_draft_has_no_link_and_sends_nothing()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await client.PostAsync(Invoices, Bodies.WithoutLines.With("invoiceInformation.sendImmediately", "false").AsJson(), Ct);
        var reply = await JsonAsync(answer);

        Assert.Equal("DRAFT", reply.GetProperty("status").GetString());
        Assert.False(reply.GetProperty("invoiceInformation").TryGetProperty("paymentLink", out _));
        Assert.Empty(host.World.Sent);
    }

    [Fact]
    public async Task Without_an_address_it_is_created_with_a_link_to_hand_on()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var body = Bodies.WithoutLines.With("customerInformation", null).With("invoiceInformation.deliveryMode", null);

        var reply = await JsonAsync(await client.PostAsync(Invoices, body.AsJson(), Ct));

        Assert.Equal("CREATED", reply.GetProperty("status").GetString());
        Assert.Equal("None", reply.GetProperty("invoiceInformation").GetProperty("deliveryMode").GetString());
        Assert.True(reply.GetProperty("invoiceInformation").TryGetProperty("paymentLink", out _));
    }

    [Fact]
    public async Task When_the_mail_is_refused_the_invoice_exists_and_the_answer_says_so()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        host.World.Outcome = new DeliveryOutcome.Refused("no such address");
        using var client = host.Client();

        var answer = await client.PostAsync(Invoices, Bodies.WithoutLines.Numbered("98753").AsJson(), Ct);
        var reply = await JsonAsync(answer);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("98753", reply.GetProperty("id").GetString());
        Assert.Equal("ACCEPTED", reply.GetProperty("status").GetString());
        Assert.Equal("ACCEPTED", reply.GetProperty("reason").GetString());
        Assert.Equal(
            "Invoice ID 98753 created but failed to send an email. Send the invoice separately.", reply.GetProperty("message").GetString());
        Assert.Equal("CREATED", (await JsonAsync(await client.GetAsync(answer.Headers.Location, Ct))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_number_is_taken_once_for_each_merchant()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var other = host.Client(ApiHost.OthersKey);
        var body = Bodies.WithoutLines.Numbered("7");

        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync(Invoices, body.AsJson(), Ct)).StatusCode);
        var again = await client.PostAsync(Invoices, body.AsJson(), Ct);
        var reply = await JsonAsync(again);

        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Equal("DUPLICATE_RECORD", reply.GetProperty("reason").GetString());
        Assert.Equal("invoiceInformation.invoiceNumber", reply.GetProperty("details")[0].GetProperty("field").GetString());
        Assert.Equal(HttpStatusCode.Created, (await other.PostAsync(Invoices, body.AsJson(), Ct)).StatusCode);
        await host.InDatabaseAsync(async db => Assert.Equal(2, await db.Invoices.CountAsync(Ct)));
    }

    [Fact]
    public async Task Of_twenty_calls_with_the_same_number_one_wins()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => client.PostAsync(Invoices, Bodies.WithoutLines.Numbered("7").AsJson(), Ct)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(19, answers.Count(a => a.StatusCode == HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("..%2F")]
    [InlineData("1234567890123456789012345678901234567890")]
    public async Task An_invoice_that_is_not_there_is_not_found(string number)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await client.GetAsync(new Uri($"/invoicing/v2/invoices/{number}", UriKind.Relative), Ct);

        var reply = await JsonAsync(answer);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(
            ("NOTFOUND", "NOT_FOUND", "Invoice does not exist."),
            (reply.GetProperty("status").GetString(), reply.GetProperty("reason").GetString(), reply.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Another_merchants_invoice_is_not_found()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var other = host.Client(ApiHost.OthersKey);
        var created = await client.PostAsync(Invoices, Bodies.WithoutLines.AsJson(), Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(created.Headers.Location, Ct)).StatusCode);
    }

    [Fact]
    public async Task An_expiration_date_is_held_against_the_day_at_the_merchants_place()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var american = host.Client();
        using var newZealander = host.Client(ApiHost.OthersKey);
        var body = Bodies.WithoutLines.With("invoiceInformation.expirationDate", "\"2026-11-21\"");

        // At noon in Greenwich it is the 22nd in Auckland.
        Assert.Equal(HttpStatusCode.Created, (await american.PostAsync(Invoices, body.AsJson(), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await newZealander.PostAsync(Invoices, body.AsJson(), Ct)).StatusCode);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
    }
}
