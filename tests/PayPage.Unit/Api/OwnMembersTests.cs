using System.Net;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Audit;

namespace PayPage.Unit.Api;

/// <summary>What a body may not say, what it may carry along, and what is kept of it.</summary>
public sealed class OwnMembersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("id", "\"inv_1\"")]
    [InlineData("status", "\"PAID\"")]
    [InlineData("isPaid", "true")]
    [InlineData("IsPaid", "false")]
    [InlineData("merchantId", "\"mer_1\"")]
    [InlineData("paidAmount", "1")]
    [InlineData("invoiceInformation.status", "\"PAID\"")]
    [InlineData("invoiceInformation.paymentLink", "\"https://evil.example\"")]
    [InlineData("orderInformation.amountDetails.balanceAmount", "0")]
    [InlineData("orderInformation.amountDetails.paidAmount", "\"293.50\"")]
    [InlineData("invoiceInformation.invoiceNumber", "\"4111111111111111\"")]
    [InlineData("invoiceInformation.invoiceNumber", "\"A-378282246310005\"")]
    [InlineData("invoiceInformation.transactionReferenceNumber", "\"R5555555555554444\"")]
    [InlineData("invoiceInformation.description", "\"my card 4111 1111 1111 1111\"")]
    [InlineData("clientReferenceInformation", """{"partner":{"developerId":"123456789"}}""", "clientReferenceInformation.partner.developerId")]
    [InlineData("clientReferenceInformation", """{"partner":{"solutionId":[]}}""", "clientReferenceInformation.partner.solutionId")]
    public async Task A_body_does_not_decide_what_is_ours_and_holds_no_card(string path, string json, string? field = null)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var reply = await client.PostAsync(ApiRoom.Invoices, Bodies.WithLines.With(path, json));

        Assert.Equal((400, "VALIDATION_ERROR"), reply.Refusal);
        Assert.Equal([field ?? path], reply.Fields());
        await host.InDatabaseAsync(async db => Assert.Equal((0, 0), (await db.Invoices.CountAsync(Ct), await db.Customers.CountAsync(Ct))));
    }

    [Theory]
    [InlineData("invoiceInformation.invoiceNumber", "\"20261121000016\"")]    // a date and a serial, Luhn-valid by chance
    [InlineData("invoiceInformation.invoiceNumber", "\"4111111111111112\"")]
    [InlineData("invoiceInformation.transactionReferenceNumber", "\"1763726400000\"")]
    [InlineData("customerInformation.firstName", "\"Tanya\"")]
    [InlineData("anything", """{"isPaid":true}""")]
    [InlineData("status", "null")]
    [InlineData("isPaid", "null")]
    public async Task What_only_looks_like_it_is_taken(string path, string json)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync(ApiRoom.Invoices, Bodies.WithLines.With(path, json))).Status);
    }

    [Fact]
    public async Task A_partners_ids_are_given_back_in_every_reply()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var body = Bodies.WithLines.For("DRAFT").With("clientReferenceInformation", """{"partner":{"developerId":"999","solutionId":"s0lut10n"}}""");

        var created = await client.PostAsync(ApiRoom.Invoices, body);
        var address = $"{ApiRoom.Invoices}/{created.Text("id")}";

        foreach (var reply in new[] { created, await client.AskAsync(address), await client.PostAsync($"{address}/publication"), await client.PutAsync(address, Bodies.WithLines) })
        {
            Assert.Equal("""{"partner":{"developerId":"999","solutionId":"s0lut10n"}}""", reply.At("clientReferenceInformation").GetRawText());
        }
    }

    [Fact]
    public async Task The_history_tells_each_event_in_its_order_and_money_with_payments_alone()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.For("DRAFT").Numbered("h1").With("invoiceInformation.allowPartialPayments", "true"));
        await client.PutAsync(address, Bodies.WithLines.For("DRAFT").With("invoiceInformation.allowPartialPayments", "true").With("invoiceInformation.description", "\"x\""));
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await client.PostAsync($"{address}/delivery");
        await RemindAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await client.PostAsync($"{address}/delivery");
        var payment = await host.PayAsync("h1", 100_00);
        var got = await client.AskAsync(address);

        Assert.Equal(
            ["DRAFT", "UPDATE", "CREATE", "SEND", "REMINDER", "RESEND", "PAYMENT"],
            got.At("invoiceHistory").EnumerateArray().Select(e => e.GetProperty("event").GetString()));
        var paid = Assert.Single(got.At("invoiceHistory").EnumerateArray(), e => e.TryGetProperty("transactionDetails", out _));
        Assert.Equal(
            (payment.Reference, "100.00"),
            (paid.GetProperty("transactionDetails").GetProperty("transactionId").GetString(), paid.GetProperty("transactionDetails").GetProperty("amount").GetRawText()));
        Assert.Equal(("PARTIAL", "193.50"), (got.Text("status"), got.Text("orderInformation.amountDetails.balanceAmount")));
    }

    /// <summary>As the worker writes it down when a reminder has left.</summary>
    private static Task<bool> RemindAsync(ApiHost host) => host.UseAsync<IdSource, bool>(async ids =>
    {
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await host.InDatabaseAsync(async db =>
        {
            var invoice = await db.Invoices.SingleAsync(Ct);
            db.Audit.Add(new AuditEvent
            {
                Id = AuditEventId.New(ids),
                MerchantId = invoice.MerchantId,
                Mode = invoice.Mode,
                InvoiceId = invoice.Id,
                Kind = AuditKind.ReminderSent,
                At = host.Clock.GetUtcNow(),
                Actor = "system",
            });
            await db.SaveChangesAsync(Ct);
        });
        return true;
    });
}
