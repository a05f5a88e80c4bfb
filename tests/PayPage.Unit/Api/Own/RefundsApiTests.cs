using System.Net;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Audit;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Outbox;

namespace PayPage.Unit.Api.Own;

public sealed class RefundsApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Money_goes_back_in_parts_until_nothing_is_left()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var payment = await PaidAsync(host, client);
        var refunds = $"/api/v1/payments/{payment.Id}/refunds";

        var first = await client.PostAsync(refunds, """{"amount":"100.00","reason":"Two vases broke"}""");
        Assert.Equal((HttpStatusCode.Created, "requested", "100.00", "USD", "Two vases broke"), (first.Status, first.Text("status"), first.Text("amount"), first.Text("currency"), first.Text("reason")));
        Assert.StartsWith("ref_", first.Text("id"), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromSeconds(1));    // what came later has a later time, as in life
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync(refunds, """{"amount":93.5}""")).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var tooMuch = await client.PostAsync(refunds, """{"amount":100.01}""");
        Assert.Equal((HttpStatusCode.Conflict, "urn:paypage:problem:too-much"), (tooMuch.Status, tooMuch.Text("type")));
        Assert.Contains("100.00 USD", tooMuch.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync(refunds, """{"amount":"100"}""")).Status);
        Assert.Equal("urn:paypage:problem:nothing-left", (await client.PostAsync(refunds, """{"amount":"0.01"}""")).Text("type"));

        await host.UseAsync<DeliverMessage, bool>(async deliver =>
        {
            while (await deliver.NextAsync(OutboxLane.Processor, Ct))
            {
            }

            return true;
        });
        var list = await client.AskAsync(refunds);
        Assert.Equal(["100.00", "93.50", "100.00"], list.At("refunds").EnumerateArray().Select(r => r.GetProperty("amount").GetString()));
        Assert.All(list.At("refunds").EnumerateArray(), r => Assert.Equal("succeeded", r.GetProperty("status").GetString()));
        Assert.Equal(("0.00", 3), (list.Text("refundable"), host.World.Processor!.Refunded.Count));
        Assert.Equal("293.50", (await client.AskAsync($"/api/v1/payments/{payment.Id}")).Text("refunded"));
    }

    [Fact]
    public async Task The_history_names_the_key_that_gave_money_back()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var payment = await PaidAsync(host, client);

        await client.PostAsync($"/api/v1/payments/{payment.Id}/refunds", """{"amount":"1.00"}""");

        await host.InDatabaseAsync(async db =>
        {
            var asked = await db.Audit.SingleAsync(e => e.Kind == AuditKind.RefundRequested, Ct);
            Assert.Equal($"{await db.ApiKeys.Where(k => k.Hash == PayPage.Domain.Secret.Hash(ApiHost.Key)).Select(k => k.Id).SingleAsync(Ct)}", asked.Actor);
            Assert.Equal(asked.Actor, (await db.Refunds.SingleAsync(Ct)).Actor);
        });
    }

    [Fact]
    public async Task Of_twenty_who_want_all_of_it_at_once_one_gets_it()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var payment = await PaidAsync(host, client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.PostAsync($"/api/v1/payments/{payment.Id}/refunds", """{"amount":"293.50"}""")));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(19, answers.Count(a => a.Status == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("{}", "amount")]
    [InlineData("""{"amount":0}""", "amount")]
    [InlineData("""{"amount":-1}""", "amount")]
    [InlineData("""{"amount":"1,50"}""", "amount")]
    [InlineData("""{"amount":"1.505"}""", "amount")]
    [InlineData("""{"amount":1e2}""", "amount")]
    [InlineData("""{"amount":true}""", "amount")]
    [InlineData("""{"amount":null}""", "amount")]
    [InlineData("""{"amount":[1],"reason":{}}""", "amount", "reason")]
    [InlineData("""{"amout":1}""", "amout", "amount")]
    [InlineData("""{"amount":1,"isPaid":true}""", "isPaid")]
    [InlineData("""{"amount":1,"reason":"card 4111 1111 1111 1111"}""", "reason")]
    public async Task What_is_wrong_is_said_at_once_and_nothing_goes_back(string body, params string[] fields)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var payment = await PaidAsync(host, client);

        var reply = await client.PostAsync($"/api/v1/payments/{payment.Id}/refunds", body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (reply.Status, reply.Headers.ContentType?.MediaType));
        Assert.Equal(fields, reply.Fields("errors"));
        await host.InDatabaseAsync(async db => Assert.Equal(0, await db.Refunds.CountAsync(Ct)));
    }

    [Fact]
    public async Task Of_a_payment_without_money_nothing_goes_back()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("r1"));
        var payment = await host.PayAsync("r1", 293_50, state: null);

        Assert.Equal("urn:paypage:problem:not-paid", (await client.PostAsync($"/api/v1/payments/{payment.Id}/refunds", """{"amount":1}""")).Text("type"));
    }

    [Fact]
    public async Task The_payments_of_an_invoice_are_listed_and_nobody_else_sees_any()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        await host.AddLiveKeyAsync("live");
        using var client = host.Client();
        using var other = host.Client(ApiHost.OthersKey);
        using var live = host.Client("live");
        var address = await client.CreateAsync(Bodies.WithLines.Numbered("a/1").With("invoiceInformation.allowPartialPayments", "true"));
        await host.PayAsync("a/1", 100_00);
        var second = await host.PayAsync("a/1", 50_00, ProcessorState.Processing);

        var list = await client.AskAsync("/api/v1/invoices/a%2F1/payments");

        Assert.Equal(["50.00", "100.00"], list.At("payments").EnumerateArray().Select(p => p.GetProperty("amount").GetString()));
        Assert.Equal(
            ($"{second.Id}", "a/1", "processing", "card", "0.00"),
            (list.Text("payments.0.id"), list.Text("payments.0.invoiceNumber"), list.Text("payments.0.status"), list.Text("payments.0.method"), list.Text("payments.0.refundable")));
        Assert.Equal(("succeeded", "100.00", "Visa •••• 4242"), (list.Text("payments.1.status"), list.Text("payments.1.refundable"), list.Text("payments.1.instrument")));

        foreach (var stranger in new[] { other, live })
        {
            foreach (var path in new[] { "invoices/a%2F1/payments", $"payments/{second.Id}", $"payments/{second.Id}/refunds", $"payments/{second.Id}/receipt.pdf" })
            {
                var reply = await stranger.AskAsync($"/api/v1/{path}");
                Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (reply.Status, reply.Headers.ContentType?.MediaType));
            }

            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/api/v1/payments/{second.Id}/refunds", """{"amount":1}""")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/api/v1/payments/{second.Id}/receipt")).Status);
        }

        foreach (var wrong in new[] { "pay_x", $"{second.Id.Value}", $"lnk_{second.Id.Value:N}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.AskAsync($"/api/v1/payments/{wrong}")).Status);
        }

        Assert.NotEmpty(address);
    }

    private static async Task<Payment> PaidAsync(ApiHost host, HttpClient client)
    {
        await client.CreateAsync(Bodies.WithLines.Numbered("r1"));
        return await host.PayAsync("r1", 293_50);
    }
}
