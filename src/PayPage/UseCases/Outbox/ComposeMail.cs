using System.Diagnostics;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Documents;

namespace PayPage.UseCases.Outbox;

/// <summary>From what a message tells to the mail that tells it, and to whom. Asks nobody: a preview is composed here too.</summary>
internal sealed class ComposeMail(ISiteAddresses addresses, IMailComposer composer, DrawPapers draw)
{
    /// <param name="id">What the mail is known by on its way; the same for each try.</param>
    /// <returns>Null when there is no address to send it to (any more).</returns>
    public EmailMessage? Handle(Matter matter, OutboxMessageId id, DateTimeOffset date) => To(matter) is { } to
        ? composer.Compose(MailOf(matter) with { Language = matter.Language }, to, $"{id}@{addresses.Host}", date, FilesOf(matter))
        : null;

    private static string? To(Matter matter) => matter.Kind.IsToCustomer() ? matter.Payer.Email : matter.ToldAt;

    private Mail MailOf(Matter matter)
    {
        var (from, card, merchant) = (MerchantCardOf(matter), InvoiceCardOf(matter), matter.Merchant);

        return matter.Kind switch
        {
            OutboxKind.InvoiceMail when matter.Invoice.IncludesLink => new Mail.OfInvoice(Needed(matter), OwnSubject(merchant), OwnMessage(merchant)) { Merchant = from, Invoice = card },
            OutboxKind.InvoiceMail => new Mail.OfInvoice(null, OwnSubject(merchant), OwnMessage(merchant) is { HoldsLink: false } own ? own : null) { Merchant = from, Invoice = card },
            OutboxKind.FreshLinkMail => new Mail.OfFreshLink(Needed(matter)) { Merchant = from, Invoice = card },
            OutboxKind.ReceiptMail => new Mail.OfReceipt(Settled(matter), card.Due.Minor > 0 ? LinkOf(matter) : null) { Merchant = from, Invoice = card },
            OutboxKind.ConfirmationMail => new Mail.OfConfirmation(Settled(matter), Told(matter).Payment.PayerPhone, Told(matter).Payment.ShipTo) { Merchant = from, Invoice = card },
            OutboxKind.BankPendingMail => new Mail.OfBankPending(Underway(matter)) { Merchant = from, Invoice = card },
            OutboxKind.BankFailedMail => new Mail.OfBankFailed(Underway(matter), LinkOf(matter)) { Merchant = from, Invoice = card },
            OutboxKind.ReminderMail => new Mail.OfReminder(LinkOf(matter), matter.DaysLeft, OwnReminder(matter)) { Merchant = from, Invoice = card },
            OutboxKind.RefundBegunMail => new Mail.OfRefundBegun(Settled(matter), RefundIn(matter)) { Merchant = from, Invoice = card },
            OutboxKind.RefundMail => new Mail.OfRefund(Settled(matter), RefundIn(matter)) { Merchant = from, Invoice = card },
            OutboxKind.RefundFailedMail => new Mail.OfRefundFailed(Settled(matter), RefundIn(matter)) { Merchant = from, Invoice = card },
            OutboxKind.BounceMail when matter.Bounce is var (what, address, reason) => new Mail.OfBounce(what, address, reason) { Merchant = from, Invoice = card },
            _ => throw new UnreachableException(),
        };
    }

    private IReadOnlyList<MailFile> FilesOf(Matter matter) => matter switch
    {
        { Kind: OutboxKind.InvoiceMail } => [draw.Invoice(matter.Invoice, matter.Merchant, matter.Logo, matter.Link?.Readable.ShortCode, matter.Language)],
        { Kind: OutboxKind.ReceiptMail, Payment.Receipt: { } receipt } => [draw.Receipt(receipt, matter.Merchant, matter.Logo, matter.Language)],
        _ => [],
    };

    private static MerchantCard MerchantCardOf(Matter matter)
    {
        var merchant = matter.Merchant;
        var picture = matter.Logo is { } logo
            ? new MailFile(logo.ContentType == "image/png" ? "logo.png" : "logo.jpg", logo.ContentType, logo.Bytes)
            : null;
        return new MerchantCard(merchant.Name, merchant.Email, merchant.Phone, merchant.Address, merchant.Zone, merchant.Color, picture);
    }

    private static InvoiceCard InvoiceCardOf(Matter matter)
    {
        var invoice = matter.Invoice;
        return new InvoiceCard(
            invoice.Number, matter.Payer.Name, invoice.Description, invoice.Instructions, invoice.Lines,
            new Money(invoice.Total, invoice.Currency), matter.Due, invoice.DueDate, invoice.Mode, invoice.Stage == InvoiceStage.Canceled);
    }

    /// <summary>Money that came. What was left then is on its receipt; for a payment from before there were receipts it is what is left now.</summary>
    private static PaymentCard Settled(Matter matter)
    {
        var (payment, _, owed, goesBack) = Told(matter);
        var facts = Told(matter).Facts;

        return new PaymentCard(
            payment.Reference, payment.Amount, payment.Instrument, payment.SettledAt ?? throw new InvariantException($"{payment.Id} has no money."),
            owed, facts?.Left ?? matter.Due, goesBack, facts?.Number, payment.Stray);
    }

    private static RefundCard RefundIn(Matter matter)
    {
        var refund = matter.Refund ?? throw new InvariantException("A mail that tells of a refund was promised without one.");
        return new RefundCard(
            refund.Amount, refund.SettledAt ?? refund.RequestedAt, Told(matter).Payment.Method == PaymentMethod.Outside, refund.FailureReason, refund.Postings > 0);
    }

    private static PaymentCard Underway(Matter matter)
    {
        var payment = Told(matter).Payment;
        var nothing = new Money(0, payment.Amount.Currency);

        return new PaymentCard(payment.Reference, payment.Amount, payment.Instrument, payment.PreparedAt, OwedBack: nothing, Left: nothing);
    }

    private static PaymentInMatter Told(Matter matter) =>
        matter.Payment ?? throw new InvariantException("A mail that tells of a payment was promised without one.");

    // Checked when they were saved. Should a later version of ours read them no more, its own words stand in.
    private static MailTemplate? Own(string? text, Func<string, MailReading> read) => text is not null && read(text) is MailReading.Read good ? good.Template : null;

    private static MailTemplate? OwnSubject(Merchant merchant) => Own(merchant.MailSubject, MailTemplate.ReadSubject);

    private static MailTemplate? OwnMessage(Merchant merchant) => Own(merchant.MailMessage, MailTemplate.ReadMessage);

    private static MailTemplate? OwnReminder(Matter matter) =>
        Own(matter.Merchant.ReminderMessage, MailTemplate.ReadMessage) is { } own && (matter.Link is not null || !own.HoldsLink) ? own : null;

    private Uri? LinkOf(Matter matter) => matter.Link is { } link ? addresses.PayPage(link.Readable.Token) : null;

    private Uri Needed(Matter matter) => LinkOf(matter) ?? throw new InvariantException("A mail that carries a link was promised without one.");
}
