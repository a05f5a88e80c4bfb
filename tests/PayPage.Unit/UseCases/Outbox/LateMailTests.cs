using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Audit;
using PayPage.Domain.Delivery;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;

namespace PayPage.Unit.UseCases.Outbox;

/// <summary>Mails that had to wait, as any server may ask of us, while the world went on.</summary>
public sealed class LateMailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receipt_that_comes_late_says_what_was_left_then_and_asks_for_nothing_that_has_been_paid_since()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00);
        await PayAsync(world, id, 30_00);
        world.Mail.Answer = _ => new DeliveryOutcome.Unknown("451 later");
        await world.DrainAsync();
        await PayAsync(world, id, 70_00);

        await ArriveAsync(world);

        var first = world.Mail.Sent.Single(m => m.Subject.Contains("Receipt", StringComparison.Ordinal) && m.Subject.Contains("$30.00", StringComparison.Ordinal));
        Assert.Contains("Still to be paid: $70.00", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pay the rest", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("paid in full", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_that_was_paid_meanwhile_is_not_sent_any_more_and_nobody_is_alarmed()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Unknown("451 later");
        var id = await world.InvoiceAsync(100_00, mail: true);
        await PayAsync(world, id, 100_00);

        await ArriveAsync(world);

        Assert.DoesNotContain(world.Mail.Sent, m => m.Text.Contains("has sent you an invoice", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Mail.Sent, m => m.Subject.Contains("Not delivered", StringComparison.Ordinal));
        Assert.Equal("InvoiceMail: Nothing is to be paid any more.", await world.ReadAsync(db => db.Audit.Where(e => e.Kind == AuditKind.MailNeedless).Select(e => e.Detail).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_link_that_was_taken_back_is_not_sent_to_a_new_address()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Unknown("451 later");
        await world.InvoiceAsync(100_00, mail: true, number: "INV-7");
        await world.UseAsync<ChangeAddress, bool>(change => change.HandleAsync("INV-7", "other@example.com", world.Caller, Ct));

        await ArriveAsync(world);

        Assert.Empty(world.Mail.Sent);
        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.DeadAt == null, Ct)));
    }

    [Fact]
    public async Task Money_for_a_canceled_invoice_does_not_make_it_paid_in_full()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "INV-7");
        var payment = await world.OpenPaymentAsync(id, 100_00);
        await world.RecordAsync(payment, ProcessorState.Expired);
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("INV-7", world.Caller, Ct));

        await world.RecordAsync(payment, ProcessorState.Succeeded);
        await world.DrainAsync();

        Assert.DoesNotContain(world.Mail.Sent, m => m.Text.Contains("paid in full", StringComparison.Ordinal));
        Assert.Contains(world.Mail.Sent, m => m.Text.Contains("which was canceled", StringComparison.Ordinal));
    }

    private static async Task PayAsync(World world, PayPage.Domain.Invoices.InvoiceId id, long amount) =>
        await world.RecordAsync(await world.OpenPaymentAsync(id, amount), ProcessorState.Succeeded);

    private static async Task ArriveAsync(World world)
    {
        world.Mail.Answer = _ => new DeliveryOutcome.Accepted();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.DrainAsync();
    }
}
