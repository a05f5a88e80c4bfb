using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Audit;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;

namespace PayPage.Unit.UseCases.Outbox;

public sealed class BounceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_merchant_is_told_what_came_back_and_the_history_keeps_the_servers_answer()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = mail => mail.To == "tanya@example.com"
            ? new DeliveryOutcome.Refused("550 5.1.1 no such mailbox")
            : new DeliveryOutcome.Accepted("250 queued as 1");
        await world.InvoiceAsync(12_50, mail: true, number: "INV-7");

        await world.DrainAsync();

        var notice = Assert.Single(world.Mail.Sent);
        Assert.Equal("accounts@northgate.example", notice.To);
        Assert.Contains("Not delivered: invoice INV-7", notice.Subject, StringComparison.Ordinal);
        Assert.Contains("What: The invoice and its link", notice.Text, StringComparison.Ordinal);
        Assert.Contains("Sent to: t•••@e•••.com", notice.Text, StringComparison.Ordinal);
        Assert.Contains("Answer: 550 5.1.1 no such mailbox", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tanya@example.com", notice.Text, StringComparison.Ordinal);
        Assert.Contains("InvoiceMail: 550 5.1.1 no such mailbox", await HistoryAsync(world, AuditKind.MailRefused));
        Assert.Contains("BounceMail: 250 queued as 1", await HistoryAsync(world, AuditKind.MailAccepted));
    }

    [Fact]
    public async Task A_notice_that_comes_back_itself_is_not_told_of()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Refused("550");
        await world.InvoiceAsync(12_50, mail: true);

        await world.DrainAsync();

        Assert.Equal(
            [OutboxKind.BounceMail, OutboxKind.InvoiceMail],
            await world.ReadAsync(db => db.Outbox.OrderBy(m => m.Key).Select(m => m.Kind).ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_payer_whose_own_address_was_wrong_is_not_mixed_up_with_the_one_on_file()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = mail => mail.To == "me@wrong.example" ? new DeliveryOutcome.Refused("550") : new DeliveryOutcome.Accepted();
        var id = await world.InvoiceAsync(12_50);
        await world.StartAsync((await world.LinkOfAsync(id)).Token, 12_50, receiptEmail: "me@wrong.example");
        await world.RecordAsync(await world.ReadAsync(db => db.Payments.SingleAsync(Ct)), ProcessorState.Succeeded);

        await world.DrainAsync();

        var notice = world.Mail.Sent.Single(m => m.Subject.Contains("Not delivered", StringComparison.Ordinal));
        Assert.Contains("Sent to: m•••@w•••.example", notice.Text, StringComparison.Ordinal);
        Assert.Equal(InvoiceStatus.Paid, (await world.InvoiceAsync(id)).StatusFor(hasProcessingPayment: false));
    }

    private static Task<List<string?>> HistoryAsync(World world, AuditKind kind) =>
        world.ReadAsync(db => db.Audit.Where(e => e.Kind == kind).Select(e => e.Detail).ToListAsync(Ct));
}
