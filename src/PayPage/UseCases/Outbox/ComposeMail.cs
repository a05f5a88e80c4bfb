using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Outbox;

/// <summary>From a promise to the mail that keeps it: reads what it must tell, as it is now, and to whom.</summary>
internal sealed class ComposeMail(
    PayPageDbContext db, ISiteAddresses addresses, IMailComposer composer, DrawPapers draw, FindReceipt findReceipt, DescribeBounce describeBounce)
{
    /// <returns>Null when there is no address to send it to (any more).</returns>
    public async Task<EmailMessage?> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == message.InvoiceId, ct);
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == message.MerchantId, ct);
        var payment = message.PaymentId is { } id ? await db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct) : null;

        var payer = payment is null ? await Addressee.OfAsync(db, message.LinkId, invoice, ct) : await Addressee.OfAsync(db, payment, invoice, ct);

        var to = message.Kind switch
        {
            OutboxKind.InvoiceMail or OutboxKind.FreshLinkMail or OutboxKind.ReceiptMail or OutboxKind.BankPendingMail or OutboxKind.BankFailedMail => payer.Email,
            OutboxKind.ConfirmationMail or OutboxKind.BounceMail => TellMerchant.AddressFor(message, merchant),
            _ => throw new UnreachableException(),
        };

        if (to is null)
        {
            return null;
        }

        // Merchants read their own language; payers the one of the page on which they paid, else the invoice's.
        var language = message.Kind.IsToCustomer() ? payment?.Language ?? invoice.Language ?? merchant.Language : merchant.Language;
        var matter = new Matter(message, invoice, merchant, payment, payer, language);
        var mail = await MailAsync(matter, ct) with { Language = language };

        return composer.Compose(mail, to, $"{message.Id}@{addresses.Host}", message.CreatedAt, await FilesAsync(matter, ct));
    }

    private async Task<Mail> MailAsync(Matter about, CancellationToken ct)
    {
        var (message, invoice, merchant, payment, payer, _) = about;
        var from = await CardAsync(merchant, ct);
        var card = new InvoiceCard(
            invoice.Number, payer.Name, invoice.Description, invoice.Instructions, invoice.Lines,
            new Money(invoice.Total, invoice.Currency), invoice.IsPayable ? invoice.Due : new Money(0, invoice.Currency), invoice.DueDate, invoice.Mode,
            invoice.Stage == InvoiceStage.Canceled);
        var link = message.LinkId is { } id ? await draw.PayPageAsync(id, ct) : null;

        return message.Kind switch
        {
            OutboxKind.InvoiceMail => new Mail.OfInvoice(Needed(link), OwnSubject(merchant), OwnMessage(merchant)) { Merchant = from, Invoice = card },
            OutboxKind.FreshLinkMail => new Mail.OfFreshLink(Needed(link)) { Merchant = from, Invoice = card },
            OutboxKind.ReceiptMail => new Mail.OfReceipt(await CardAsync(payment!, card.Due, ct), card.Due.Minor > 0 ? link : null) { Merchant = from, Invoice = card },
            OutboxKind.ConfirmationMail => new Mail.OfConfirmation(await CardAsync(payment!, card.Due, ct)) { Merchant = from, Invoice = card },
            OutboxKind.BankPendingMail => new Mail.OfBankPending(Underway(payment!)) { Merchant = from, Invoice = card },
            OutboxKind.BankFailedMail => new Mail.OfBankFailed(Underway(payment!), link) { Merchant = from, Invoice = card },
            OutboxKind.BounceMail => await describeBounce.HandleAsync(message, invoice, ct) is var (what, address, reason)
                ? new Mail.OfBounce(what, address, reason) { Merchant = from, Invoice = card }
                : throw new UnreachableException(),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IReadOnlyList<MailFile>> FilesAsync(Matter about, CancellationToken ct) => about.Message.Kind switch
    {
        OutboxKind.InvoiceMail => [await draw.InvoiceAsync(about.Invoice, about.Merchant, about.Message.LinkId, about.Language, ct)],
        OutboxKind.ReceiptMail when await findReceipt.SignedAsync(about.Payment!.Id, ct) is { } receipt =>
            [await draw.ReceiptAsync(receipt, about.Merchant, about.Language, ct)],
        _ => [],
    };

    private async Task<MerchantCard> CardAsync(Merchant merchant, CancellationToken ct)
    {
        var picture = await draw.LogoAsync(merchant, ct) is { } logo ? new MailFile(logo.ContentType == "image/png" ? "logo.png" : "logo.jpg", logo.ContentType, logo.Bytes) : null;
        return new MerchantCard(merchant.Name, merchant.Email, merchant.Phone, merchant.Address, merchant.Zone, merchant.Color, picture);
    }

    /// <param name="dueNow">For a payment from before there were receipts.</param>
    private async Task<PaymentCard> CardAsync(Payment payment, Money dueNow, CancellationToken ct)
    {
        var owed = -await db.Ledger.Where(e => e.Posting == $"{payment.Id}" && e.Account == LedgerAccount.OverpaymentOwed).SumAsync(e => e.Amount.Minor, ct);
        var facts = await findReceipt.HandleAsync(payment.Id, ct) is { } receipt ? ReceiptFactsText.Read(receipt.Facts) : null;

        return new PaymentCard(
            payment.Reference, payment.Amount, payment.Instrument, payment.SettledAt ?? throw new InvariantException($"{payment.Id} has no money."),
            new Money(owed, payment.Amount.Currency), facts?.Left ?? dueNow, await db.Refunds.AnyAsync(r => r.PaymentId == payment.Id, ct), facts?.Number);
    }

    private static PaymentCard Underway(Payment payment) => new(
        payment.Reference, payment.Amount, payment.Instrument, payment.PreparedAt, new Money(0, payment.Amount.Currency),
        new Money(0, payment.Amount.Currency));

    // Checked when they were saved. Should a later version of ours read them no more, its own words stand in.
    private static MailTemplate? OwnSubject(Merchant merchant) =>
        merchant.MailSubject is { } text && MailTemplate.ReadSubject(text) is MailReading.Read read ? read.Template : null;

    private static MailTemplate? OwnMessage(Merchant merchant) =>
        merchant.MailMessage is { } text && MailTemplate.ReadMessage(text) is MailReading.Read read ? read.Template : null;

    private static Uri Needed(Uri? link) => link ?? throw new InvariantException("A mail that carries a link was promised without one.");

    private sealed record Matter(OutboxMessage Message, Invoice Invoice, Merchant Merchant, Payment? Payment, BillTo Payer, string Language);
}
