using System.Net;
using PayPage.Domain.Delivery;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Api;

/// <summary>The table of states and actions, row by row.</summary>
public sealed class InvoiceActionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DRAFT", "publication", "CREATED")]
    [InlineData("CREATED", "publication", null)]
    [InlineData("SENT", "publication", null)]
    [InlineData("PARTIAL", "publication", null)]
    [InlineData("PENDING", "publication", null)]
    [InlineData("PAID", "publication", null)]
    [InlineData("CANCELED", "publication", null)]
    [InlineData("DRAFT", "delivery", "SENT")]
    [InlineData("CREATED", "delivery", "SENT")]
    [InlineData("SENT", "delivery", "SENT")]
    [InlineData("PARTIAL", "delivery", "PARTIAL")]
    [InlineData("PENDING", "delivery", "PENDING")]
    [InlineData("PAID", "delivery", null)]
    [InlineData("CANCELED", "delivery", null)]
    [InlineData("DRAFT", "cancelation", "CANCELED")]
    [InlineData("CREATED", "cancelation", "CANCELED")]
    [InlineData("SENT", "cancelation", "CANCELED")]
    [InlineData("PARTIAL", "cancelation", null)]
    [InlineData("PENDING", "cancelation", null)]
    [InlineData("PAID", "cancelation", null)]
    [InlineData("CANCELED", "cancelation", null)]
    public async Task An_action_leads_on_or_says_why_not(string from, string action, string? to)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await InvoiceAsync(host, client, from);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = host.World.Sent.Count;

        var reply = await client.PostAsync($"{address}/{action}", "{}");
        var got = await client.AskAsync(address);

        if (to is not null)
        {
            Assert.Equal((HttpStatusCode.OK, to, to), (reply.Status, reply.Text("status"), got.Text("status")));
            Assert.Equal(reply.ETag, got.ETag);
            Assert.False(reply.Body.TryGetProperty("invoiceHistory", out _));
            Assert.Equal(action == "delivery" ? 1 : 0, host.World.Sent.Count - before);
        }
        else
        {
            Assert.Equal((400, "ACTION_NOT_ALLOWED"), reply.Refusal);
            Assert.Equal("BADREQUEST", reply.Text("status"));
            Assert.True(reply.Text("message").Length > 20);
            Assert.Equal((from, before), (got.Text("status"), host.World.Sent.Count));
        }
    }

    [Fact]
    public async Task A_draft_that_is_published_has_a_link_and_is_sent_to_nobody()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.For("DRAFT"));

        var reply = await client.PostAsync($"{address}/publication");

        Assert.StartsWith("https://pay.example.com/p/", reply.Text("invoiceInformation.paymentLink"), StringComparison.Ordinal);
        Assert.Empty(host.World.Sent);
        Assert.Equal(["DRAFT", "CREATE"], (await client.AskAsync(address)).At("invoiceHistory").EnumerateArray().Select(e => e.GetProperty("event").GetString()));
    }

    [Fact]
    public async Task What_is_delivered_again_says_so_and_twice_within_a_moment_is_once()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines);
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"{address}/delivery")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"{address}/delivery", "{}")).Status);

        Assert.Equal(2, host.World.Sent.Count);
        Assert.Equal(["CREATE", "SEND", "RESEND"], (await client.AskAsync(address)).At("invoiceHistory").EnumerateArray().Select(e => e.GetProperty("event").GetString()));
    }

    [Fact]
    public async Task When_the_mail_is_refused_delivery_is_a_202_and_the_invoice_as_it_was()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.For("DRAFT").Numbered("77"));
        host.World.Outcome = new DeliveryOutcome.Refused("no such address");

        var reply = await client.PostAsync($"{address}/delivery", "{}");

        Assert.Equal((HttpStatusCode.Accepted, "77", "ACCEPTED", "ACCEPTED"), (reply.Status, reply.Text("id"), reply.Text("status"), reply.Text("reason")));
        Assert.Contains("failed to send an email", reply.Text("message"), StringComparison.Ordinal);
        Assert.Equal("CREATED", (await client.AskAsync(address)).Text("status"));

        host.World.Outcome = new DeliveryOutcome.Accepted();
        Assert.Equal("SENT", (await client.PostAsync($"{address}/delivery", "{}")).Text("status"));
    }

    [Theory]
    [InlineData("sms", "a text message")]
    [InlineData("both", "an email and a text message")]
    public async Task What_failed_is_called_by_its_name(string mode, string words)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        host.World.Outcome = new DeliveryOutcome.Refused("no such address");
        host.World.TextOutcome = new DeliveryOutcome.Refused("no such number");
        var body = Bodies.WithLines.With("invoiceInformation.deliveryMode", $"\"{mode}\"").With("customerInformation.phoneNumber", "\"+31612345678\"").Numbered("t1");

        var created = await client.PostAsync(ApiRoom.Invoices, body);
        Assert.Equal((HttpStatusCode.Accepted, $"Invoice ID t1 created but failed to send {words}. Send the invoice separately."), (created.Status, created.Text("message")));

        var delivered = await client.PostAsync($"{ApiRoom.Invoices}/t1/delivery");
        Assert.Equal(HttpStatusCode.Accepted, delivered.Status);
        Assert.Contains($"failed to send {words}.", delivered.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_sent_and_the_answer_names_the_field()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.For("CREATED").With("customerInformation.email", null));

        var reply = await client.PostAsync($"{address}/delivery");

        Assert.Equal((400, "ACTION_NOT_ALLOWED"), reply.Refusal);
        Assert.Contains("customerInformation.email", reply.Text("message"), StringComparison.Ordinal);
        Assert.Equal("CREATED", (await client.AskAsync(address)).Text("status"));
    }

    [Fact]
    public async Task A_payer_who_has_begun_is_stopped_before_the_invoice_is_canceled()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.Numbered("c1"));
        var payment = await host.PayAsync("c1", 29_350, state: null);

        Assert.Equal("CANCELED", (await client.PostAsync($"{address}/cancelation")).Text("status"));
        Assert.Equal([payment.Id], host.World.Processor!.Canceled);
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("{}", 200)]
    [InlineData("""{"anything":[1,{"is":null}]}""", 200)]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("""{"a":1,"a":1}""", 400)]
    public async Task Its_body_is_nothing_or_an_object(string? body, int status)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.For("DRAFT"));

        Assert.Equal(status, (int)(await client.PostAsync($"{address}/publication", body)).Status);
        Assert.Equal(status == 200 ? "CREATED" : "DRAFT", (await client.AskAsync(address)).Text("status"));
    }

    [Theory]
    [InlineData("publication")]
    [InlineData("delivery")]
    [InlineData("cancelation")]
    public async Task Nobody_reaches_another_merchants_invoice_nor_one_of_the_other_mode(string action)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        await host.AddLiveKeyAsync("live");
        using var client = host.Client();
        using var other = host.Client(ApiHost.OthersKey);
        using var live = host.Client("live");
        var address = await client.CreateAsync(Bodies.WithLines.For("DRAFT").Numbered("a/../b é"));

        foreach (var stranger in new[] { other, live })
        {
            Assert.Equal((404, "NOT_FOUND"), (await stranger.PostAsync($"{address}/{action}", "{}")).Refusal);
        }

        Assert.Equal("DRAFT", (await client.AskAsync(address)).Text("status"));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"{address}/{action}", "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{address}/cancellation", "{}")).Status);
    }

    internal static async Task<string> InvoiceAsync(ApiHost host, HttpClient client, string status, string number = "n1")
    {
        var body = Bodies.WithLines.Numbered(number).With("invoiceInformation.allowPartialPayments", "true");
        var address = await client.CreateAsync(body.For(status is "DRAFT" or "CREATED" ? status : "SENT"));

        switch (status)
        {
            case "PARTIAL":
                await host.PayAsync(number, 100_00);
                break;
            case "PENDING":
                await host.PayAsync(number, 100_00, ProcessorState.Processing);
                break;
            case "PAID":
                await host.PayAsync(number, 293_50);
                break;
            case "CANCELED":
                await client.PostAsync($"{address}/cancelation");
                break;
        }

        Assert.Equal(status, (await client.AskAsync(address)).Text("status"));
        return address;
    }
}
