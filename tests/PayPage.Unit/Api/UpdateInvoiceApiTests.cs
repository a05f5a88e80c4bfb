using System.Net;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;

namespace PayPage.Unit.Api;

public sealed class UpdateInvoiceApiTests
{
    private const string Full =
        """
        {"clientReferenceInformation":{"partner":{"developerId":"dev12345","solutionId":"sol1"}},
        "customerInformation":{"name":"Tanya Lee","email":"tanya.lee@my-email.world","merchantCustomerId":"c-1","company":{"name":"Lee Ltd"},"phoneNumber":"+31612345678","billingAddress":"Street 1"},
        "processingInformation":{"requestPhone":true,"requestShipping":true},
        "invoiceInformation":{"invoiceNumber":"f1","transactionReferenceNumber":"tr1","description":"d","specialInstructions":"s","language":"de","dueDate":"2026-12-01","expirationDate":"2027-01-31",
        "sendImmediately":true,"allowPartialPayments":true,"deliveryMode":"email"},
        "orderInformation":{"amountDetails":{"totalAmount":"26.40","currency":"USD","discountAmount":1,"discountPercent":"5.00","subAmount":"20","minimumPartialAmount":"10",
        "taxDetails":{"type":"State Tax","amount":"2.10","rate":"10.5"},"freight":{"amount":"5.00","taxable":true,"taxRate":"6"}},
        "lineItems":[{"productSku":"k","productName":"p","quantity":"2","unitPrice":"10.25","discountAmount":"1","discountPercent":"4.88","taxAmount":"0.50","taxRate":"2.50","totalAmount":"20.00"}]}}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Path, what is put there, and what is shown then; null: nothing.
    public static TheoryData<string, string?, string?> Fields => new()
    {
        { "customerInformation.name", "\"Kim\"", "Kim" },
        { "customerInformation.name", null, null },
        { "customerInformation.email", "\"kim@example.com\"", "kim@example.com" },
        { "customerInformation.merchantCustomerId", "17", "17" },
        { "customerInformation.merchantCustomerId", null, null },
        { "customerInformation.company.name", "\"Kim Ltd\"", "Kim Ltd" },
        { "customerInformation.phoneNumber", null, "+31612345678" },
        { "customerInformation.phoneNumber", "\"\"", null },
        { "processingInformation.requestPhone", "false", "false" },
        { "processingInformation.requestShipping", null, "false" },
        { "invoiceInformation.transactionReferenceNumber", "\"tr2\"", "tr2" },
        { "invoiceInformation.transactionReferenceNumber", null, null },
        { "invoiceInformation.description", "\"other\"", "other" },
        { "invoiceInformation.description", null, null },
        { "invoiceInformation.specialInstructions", null, "s" },
        { "invoiceInformation.language", "\"fr\"", "fr" },
        { "invoiceInformation.dueDate", "\"2026-12-24\"", "2026-12-24" },
        { "invoiceInformation.expirationDate", "\"2027-02-28\"", "2027-02-28" },
        { "invoiceInformation.expirationDate", null, null },
        { "invoiceInformation.allowPartialPayments", "\"true\"", "true" },
        { "invoiceInformation.deliveryMode", "\"none\"", "None" },
        { "invoiceInformation.deliveryMode", null, "Email" },
        { "orderInformation.amountDetails.subAmount", "\"27.4\"", "27.40" },
        { "orderInformation.amountDetails.subAmount", null, null },
        { "orderInformation.amountDetails.minimumPartialAmount", "12", "12.00" },
        { "orderInformation.amountDetails.minimumPartialAmount", null, null },
        { "orderInformation.amountDetails.discountPercent", null, null },
        { "orderInformation.amountDetails.taxDetails.type", "\"vat\"", "vat" },
        { "orderInformation.amountDetails.taxDetails.rate", "11.25", "11.25" },
        { "orderInformation.lineItems.0.productSku", "\"k2\"", "k2" },
        { "orderInformation.lineItems.0.productName", "\"p2\"", "p2" },
        { "orderInformation.lineItems.0.discountPercent", "\"4.87\"", "4.87" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_is_put_is_got_and_all_others_stay(string path, string? json, string? shown)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await CreateFullAsync(client);
        var before = await client.AskAsync(address);

        var put = await client.PutAsync(address, Full.With(path, json));
        var after = await client.AskAsync(address);

        Assert.True(put.Status == HttpStatusCode.OK, $"{put.Body}");
        Assert.Equal(shown, Shown(after, path));
        Assert.Equal(shown, Shown(put, path));
        Assert.Equal(after.ETag, put.ETag);
        Assert.Equal(shown == Shown(before, path), before.ETag == after.ETag);
        Assert.Equal(shown == Shown(before, path) ? "SEND" : "UPDATE", after.At("invoiceHistory").EnumerateArray().Last().GetProperty("event").GetString());
        Assert.All(Fields.Select(row => row.Data.Item1).Distinct().Where(other => other != path), other => Assert.Equal(Shown(before, other), Shown(after, other)));
        Assert.Equal("dev12345", after.Text("clientReferenceInformation.partner.developerId"));
        Assert.Equal("sol1", after.Text("clientReferenceInformation.partner.solutionId"));
    }

    [Fact]
    public async Task Sums_are_put_together_with_their_lines()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await CreateFullAsync(client);

        var put = await client.PutAsync(address, Bodies.WithLines);

        Assert.Equal(("293.50", 2, "293.50"), (put.Text("orderInformation.amountDetails.totalAmount"), put.At("orderInformation.lineItems").GetArrayLength(), put.Text("orderInformation.amountDetails.balanceAmount")));
        Assert.Equal((HttpStatusCode.OK, "f1"), (put.Status, put.Text("id")));

        var untaxed = await client.PutAsync(address, Full.With("orderInformation.amountDetails.freight.taxable", "false").With("orderInformation.amountDetails.totalAmount", "26.1"));
        Assert.Equal(("26.10", "false"), (untaxed.Text("orderInformation.amountDetails.totalAmount"), untaxed.Text("orderInformation.amountDetails.freight.taxable")));

        var whole = await client.PutAsync(address, Full.With("invoiceInformation.allowPartialPayments", "false").With("orderInformation.amountDetails.minimumPartialAmount", null));
        Assert.Equal("false", whole.Text("invoiceInformation.allowPartialPayments"));
        Assert.False(whole.At("orderInformation.amountDetails").TryGetProperty("minimumPartialAmount", out _));
    }

    [Fact]
    public async Task What_was_got_can_be_put_as_it_is_and_changes_nothing()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await CreateFullAsync(client);
        var got = await client.AskAsync(address);

        var put = await client.PutAsync(address, got.Body.GetRawText(), got.ETag);

        Assert.True(put.Status == HttpStatusCode.OK, $"{put.Body}");
        Assert.Equal(got.ETag, put.ETag);
    }

    [Theory]
    [InlineData("invoiceInformation.invoiceNumber", "\"f2\"")]
    [InlineData("invoiceInformation.invoiceNumber", "\"\"")]
    [InlineData("orderInformation.amountDetails.currency", "\"EUR\"")]
    [InlineData("clientReferenceInformation.partner.developerId", "\"dev2\"")]
    [InlineData("invoiceInformation.dueDate", null)]
    [InlineData("orderInformation.amountDetails.totalAmount", null)]
    [InlineData("orderInformation.amountDetails.totalAmount", "26.41")]
    [InlineData("customerInformation.email", "\"nowhere\"")]
    [InlineData("isPaid", "true")]
    [InlineData("id", "\"f2\"")]
    [InlineData("status", "\"PAID\"")]
    [InlineData("invoiceInformation.paymentLink", "\"https://evil.example/p/x\"")]
    [InlineData("orderInformation.amountDetails.balanceAmount", "0")]
    [InlineData("invoiceInformation.expirationDate", "\"2026-11-01\"")]
    public async Task What_cannot_be_is_refused_by_name_and_nothing_is_changed(string path, string? json)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await CreateFullAsync(client);
        var before = await client.AskAsync(address);

        var put = await client.PutAsync(address, Full.With(path, json).With("invoiceInformation.description", "\"changed\""));

        Assert.Equal((400, "VALIDATION_ERROR"), put.Refusal);
        Assert.Equal([path], put.Fields());
        Assert.Equal(before.ETag, (await client.AskAsync(address)).ETag);
    }

    [Theory]
    [InlineData("PARTIAL")]
    [InlineData("PENDING")]
    [InlineData("PAID")]
    [InlineData("CANCELED")]
    public async Task Once_money_came_or_all_is_over_it_stays_as_it_is(string status)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await InvoiceActionsTests.InvoiceAsync(host, client, status);

        var put = await client.PutAsync(address, Bodies.WithLines.With("invoiceInformation.description", "\"changed\""));

        Assert.Equal((400, "ACTION_NOT_ALLOWED"), put.Refusal);
        Assert.False((await client.AskAsync(address)).At("invoiceInformation").TryGetProperty("description", out _));
    }

    [Fact]
    public async Task Another_address_takes_the_old_links_back_and_sends_nothing_by_itself()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines);
        var before = (await client.AskAsync(address)).Text("invoiceInformation.paymentLink");
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        var put = await client.PutAsync(address, Bodies.WithLines.With("customerInformation.email", "\"kim@example.com\""));

        Assert.NotEqual(before, put.Text("invoiceInformation.paymentLink"));
        Assert.Single(host.World.Sent);
        await host.InDatabaseAsync(async db => Assert.Equal([LinkStatus.Active, LinkStatus.Revoked], await db.Links.Select(l => l.Status).OrderBy(s => s).ToListAsync(Ct)));

        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"{address}/delivery")).Status);
        Assert.Equal(["tanya.lee@my-email.world", "kim@example.com"], host.World.Sent.Select(mail => mail.To));
    }

    [Theory]
    [InlineData("DRAFT", "false", "none", "DRAFT", 0)]
    [InlineData("DRAFT", "true", "none", "CREATED", 0)]
    [InlineData("DRAFT", "true", "email", "SENT", 1)]
    [InlineData("CREATED", "true", "email", "CREATED", 0)]
    [InlineData("SENT", "true", "email", "SENT", 0)]
    [InlineData("SENT", "false", "none", "SENT", 0)]
    public async Task Send_immediately_counts_for_drafts_alone(string from, string sends, string mode, string to, int mails)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.For(from));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        host.World.Sent.Clear();

        var put = await client.PutAsync(address, Bodies.WithLines.With("invoiceInformation.sendImmediately", sends).With("invoiceInformation.deliveryMode", $"\"{mode}\""));

        Assert.Equal((HttpStatusCode.OK, to, mails), (put.Status, put.Text("status"), host.World.Sent.Count));
    }

    [Fact]
    public async Task A_draft_of_which_no_way_was_ever_said_goes_out_as_a_new_invoice_would()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var body = Bodies.WithLines.With("invoiceInformation.deliveryMode", null);
        var address = await client.CreateAsync(body.With("invoiceInformation.sendImmediately", "false"));

        var put = await client.PutAsync(address, body);

        Assert.Equal(("SENT", "Email"), (put.Text("status"), put.Text("invoiceInformation.deliveryMode")));
        Assert.Single(host.World.Sent);
    }

    [Fact]
    public async Task A_draft_whose_mail_is_refused_is_a_202_and_published()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.For("DRAFT"));
        host.World.Outcome = new DeliveryOutcome.Refused("no such address");

        Assert.Equal(HttpStatusCode.Accepted, (await client.PutAsync(address, Bodies.WithLines)).Status);
        Assert.Equal("CREATED", (await client.AskAsync(address)).Text("status"));
    }

    [Fact]
    public async Task Nobody_puts_another_merchants_invoice_nor_one_of_the_other_mode()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        await host.AddLiveKeyAsync("live");
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines);

        foreach (var key in new[] { ApiHost.OthersKey, "live" })
        {
            using var stranger = host.Client(key);
            Assert.Equal((404, "NOT_FOUND"), (await stranger.PutAsync(address, Bodies.WithoutLines)).Refusal);
        }

        Assert.Equal((404, "NOT_FOUND"), (await client.PutAsync($"{ApiRoom.Invoices}/nothing", Bodies.WithoutLines)).Refusal);
        Assert.Equal("293.50", (await client.AskAsync(address)).Text("orderInformation.amountDetails.totalAmount"));
    }

    [Fact]
    public async Task A_payer_who_is_paying_sees_what_he_pays_for()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.Numbered("p1"));
        await host.PayAsync("p1", 293_50, state: null);

        var put = await client.PutAsync(address, Bodies.WithLines.With("invoiceInformation.description", "\"changed\""));

        Assert.Equal((400, "ACTION_NOT_ALLOWED"), put.Refusal);
        Assert.False((await client.AskAsync(address)).At("_links").TryGetProperty("update", out _));
    }

    private static async Task<string> CreateFullAsync(HttpClient client) => await client.CreateAsync(Full);

    private static string? Shown(ApiRoom.Reply reply, string path)
    {
        try
        {
            return reply.Text(path);
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }
}
