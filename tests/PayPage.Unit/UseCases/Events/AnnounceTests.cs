using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Events;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.Unit.UseCases.Webhooks;
using PayPage.UseCases.Events;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;

namespace PayPage.Unit.UseCases.Events;

public sealed class AnnounceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WO_13_a_life_of_an_invoice_is_told_in_its_order_and_numbered()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(5000, mail: true);
        await world.DrainAsync();
        await world.UseAsync<OpenLink, bool>(async open => await open.HandleAsync((await world.LinkOfAsync(invoice)).Token, Ct));
        await PayAsync(world, invoice, 2000);
        await PayAsync(world, invoice, 3000);

        Assert.Equal(
            ["invoice.created", "invoice.sent", "invoice.viewed", "invoice.partially_paid", "invoice.viewed", "invoice.paid"], await world.TypesAsync());
        var events = await world.EventsAsync();
        Assert.Equal(Enumerable.Range(1, 6).Select(n => (long)n), events.Select(e => e.Sequence));
        Assert.Equal(Enumerable.Range(1, 6).Select(n => (long?)n), events.Select(e => e.InvoiceSequence));
        Assert.Equal([(5000, "created"), (5000, "sent"), (5000, "sent"), (3000, "partial"), (3000, "partial"), (0, "paid")], events.Select(Shown));
    }

    [Fact]
    public async Task Another_invoice_has_numbers_of_its_own_in_the_same_row()
    {
        await using var world = await World.CreateAsync();
        var (first, second) = (await world.InvoiceAsync(5000), await world.InvoiceAsync(6000));
        await PayAsync(world, first, 5000);

        Assert.Equal(
            [(1, first, 1), (2, second, 1), (3, first, 2), (4, first, 3)],
            (await world.EventsAsync()).Select(e => ((int)e.Sequence, e.InvoiceId!.Value, (int)e.InvoiceSequence!.Value)));
    }

    [Fact]
    public async Task A_draft_is_nobodys_business_before_it_is_published()
    {
        await using var world = await World.CreateAsync();
        var draft = await world.InvoiceAsync(5000, publish: false, number: "D-1");
        Assert.Empty(await world.EventsAsync());

        await world.UseAsync<PublishInvoice, object>(async publish => await publish.HandleAsync("D-1", world.Caller, Ct));
        Assert.Equal(["invoice.created"], await world.TypesAsync());
        Assert.Equal("created", Shown(Assert.Single(await world.EventsAsync())).Status);
        Assert.Equal(1, (await world.InvoiceAsync(draft)).EventCount);
    }

    [Fact]
    public async Task A_draft_that_is_taken_back_leaves_no_trace_outside()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(5000, publish: false, number: "D-1");
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("D-1", world.Caller, Ct));
        Assert.Empty(await world.EventsAsync());
    }

    [Fact]
    public async Task Bank_money_is_pending_and_then_fails()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(5000), 5000);
        await world.RecordAsync(payment, ProcessorState.Processing);
        await world.RecordAsync(payment, ProcessorState.Declined);

        Assert.Equal(["invoice.created", "invoice.viewed", "invoice.pending", "payment.failed"], await world.TypesAsync());
        Assert.Equal(["created", "created", "pending", "created"], (await world.EventsAsync()).Select(e => Shown(e).Status));
    }

    [Fact]
    public async Task Cancellations_are_told()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(5000, number: "C-1");
        await world.OpenPaymentAsync(invoice, 5000);
        Assert.Equal(CancelInvoice.Outcome.Canceled, await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("C-1", world.Caller, Ct)));

        Assert.Equal(["invoice.created", "invoice.viewed", "payment.canceled", "invoice.canceled"], await world.TypesAsync());
    }

    [Theory]
    [InlineData(StrayMoneyPolicy.Keep, new[] { "invoice.paid", "payment.unexpected" })]
    [InlineData(StrayMoneyPolicy.Refund, new[] { "payment.unexpected", "payment.refunded" })]
    public async Task Money_that_came_late_is_told_as_what_it_is_and_pays_only_what_the_books_say(StrayMoneyPolicy policy, string[] told)
    {
        await using var world = await World.CreateAsync(policy: policy);
        var invoice = await world.InvoiceAsync(5000);
        var payment = await world.OpenPaymentAsync(invoice, 5000);
        await world.RecordAsync(payment, ProcessorState.Canceled);
        await world.RecordAsync(payment, ProcessorState.Succeeded);
        await world.DrainAsync();

        Assert.Equal(["invoice.created", "invoice.viewed", "payment.canceled", .. told], await world.TypesAsync());
        var events = await world.EventsAsync();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long?)n), events.Select(e => e.InvoiceSequence));
        Assert.Contains("\"unexpected\":\"late\"", events.Single(e => e.Type == EventType.PaymentUnexpected).Body, StringComparison.Ordinal);

        if (policy == StrayMoneyPolicy.Refund)
        {
            Assert.Equal(5000, JsonDocument.Parse(events[^1].Body).RootElement.GetProperty("data").GetProperty("payment").GetProperty("refunded").GetInt64());
        }
    }

    [Fact]
    public async Task A_link_whose_time_is_over_is_told_once()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(5000);
        world.Clock.Advance(TimeSpan.FromDays(800));
        await world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));
        await world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));

        Assert.Equal(["invoice.created", "link.expired"], await world.TypesAsync());
        Assert.Contains("\"status\":\"expired\"", (await world.EventsAsync())[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_tells_its_counts_and_nothing_of_an_invoice()
    {
        await using var world = await World.CreateAsync();
        var batch = BatchId.New(world.Get<IdSource>());
        await world.UseAsync<Announce, bool>(async announce =>
        {
            await world.Get<WriteSeam>().RunAsync(
                (unit, _) =>
                {
                    announce.OfBatch(unit, world.Caller.MerchantId, world.Caller.Mode, batch, EventType.BatchValidated, new BatchCounts("Week 47", 100, 98, 2, 0, 0));
                    return Task.CompletedTask;
                },
                Ct);
            return true;
        });

        var told = Assert.Single(await world.EventsAsync());
        Assert.Equal((EventType.BatchValidated, batch, (long?)null), (told.Type, told.BatchId!.Value, told.InvoiceSequence));
        Assert.Contains($$$"""
            "data":{"batch":{"id":"{{{batch}}}","reference":"Week 47","rows":100,"good":98,"bad":2,"created":0,"rejected":0}}
            """, told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_fails_tells_nothing_and_leaves_no_gap()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(5000);
        var row = await world.InvoiceAsync(invoice);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.UseAsync<Announce, bool>(async announce =>
        {
            await world.Get<WriteSeam>().RunAsync(
                (unit, _) =>
                {
                    announce.OfOverdue(unit, row.MerchantId, row.Mode, invoice);
                    throw new InvalidOperationException("No.");
                },
                Ct);
            return true;
        }));
        await world.InvoiceAsync(6000);

        Assert.Equal([1, 2], (await world.EventsAsync()).Select(e => e.Sequence));
    }

    [Fact]
    public async Task WO_12_a_body_is_small_counts_in_minor_units_and_holds_nothing_that_opens_or_names_anybody()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(5000, mail: true, phone: "+31612345678");
        await world.DrainAsync();
        await PayAsync(world, invoice, 2000);
        var tokens = await world.ReadAsync(db => db.Links.AsNoTracking().ToListAsync(Ct));

        foreach (var told in await world.EventsAsync())
        {
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(told.Body), 100, 1500);
            Assert.Contains("\"currency\":\"USD\",\"exponent\":2,", told.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("4242", told.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Tanya", told.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("@", told.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("+31", told.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("http", told.Body, StringComparison.Ordinal);
            Assert.All(tokens, link => Assert.DoesNotContain(world.TokenOf(link), told.Body, StringComparison.Ordinal));
        }
    }

    private static async Task PayAsync(World world, PayPage.Domain.Invoices.InvoiceId invoice, long amount)
    {
        var payment = await world.OpenPaymentAsync(invoice, amount);
        await world.RecordAsync(payment, ProcessorState.Succeeded);
    }

    private static (int Due, string Status) Shown(MerchantEvent told)
    {
        var invoice = JsonDocument.Parse(told.Body).RootElement.GetProperty("data").GetProperty("invoice");
        return (invoice.GetProperty("due").GetInt32(), invoice.GetProperty("status").GetString()!);
    }
}
