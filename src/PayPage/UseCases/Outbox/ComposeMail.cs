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

namespace PayPage.UseCases.Outbox;

/// <summary>From a promise to the mail that keeps it: reads what it must tell, as it is now, and to whom.</summary>
internal sealed class ComposeMail(PayPageDbContext db, ILinkTokens tokens, ISiteAddresses addresses, IMailComposer composer)
{
    /// <returns>Null when there is no address to send it to (any more).</returns>
    public async Task<EmailMessage?> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == message.InvoiceId, ct);
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == message.MerchantId, ct);
        var payment = message.PaymentId is { } id ? await db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct) : null;

        var to = message.Kind switch
        {
            OutboxKind.InvoiceMail or OutboxKind.FreshLinkMail => invoice.BillTo.Email,
            OutboxKind.ReceiptMail => payment?.ReceiptEmail ?? invoice.BillTo.Email,
            OutboxKind.ConfirmationMail => merchant.Email,
            _ => throw new UnreachableException(),
        };

        return to is null
            ? null
            : composer.Compose(await MailAsync(message, invoice, merchant, payment, ct), to, $"{message.Id}@{addresses.Host}", message.CreatedAt);
    }

    private async Task<Mail> MailAsync(OutboxMessage message, Invoice invoice, Merchant merchant, Payment? payment, CancellationToken ct)
    {
        var from = new MerchantCard(merchant.Name, merchant.Email, merchant.Phone, merchant.Address, merchant.Zone);
        var about = new InvoiceCard(
            invoice.Number, invoice.BillTo.Name, invoice.Description, invoice.Instructions, invoice.Lines,
            new Money(invoice.Total, invoice.Currency), invoice.IsPayable ? invoice.Due : new Money(0, invoice.Currency), invoice.DueDate, invoice.Mode);
        var link = message.LinkId is { } id ? await AddressAsync(id, ct) : null;

        // Payers read the invoice's language; a receipt the one its page had; merchants their own.
        var theirs = invoice.Language ?? merchant.Language;

        return message.Kind switch
        {
            OutboxKind.InvoiceMail => new Mail.OfInvoice(Needed(link)) { Merchant = from, Invoice = about, Language = theirs },
            OutboxKind.FreshLinkMail => new Mail.OfFreshLink(Needed(link)) { Merchant = from, Invoice = about, Language = theirs },
            OutboxKind.ReceiptMail => new Mail.OfReceipt(await CardAsync(payment!, ct), link) { Merchant = from, Invoice = about, Language = payment!.Language ?? theirs },
            OutboxKind.ConfirmationMail => new Mail.OfConfirmation(await CardAsync(payment!, ct)) { Merchant = from, Invoice = about, Language = merchant.Language },
            _ => throw new UnreachableException(),
        };
    }

    private async Task<PaymentCard> CardAsync(Payment payment, CancellationToken ct)
    {
        var owed = -await db.Ledger.Where(e => e.Posting == $"{payment.Id}" && e.Account == LedgerAccount.OverpaymentOwed).SumAsync(e => e.Amount.Minor, ct);

        return new PaymentCard(
            payment.Reference, payment.Amount, payment.Instrument, payment.SettledAt ?? throw new InvariantException($"{payment.Id} has no money."),
            new Money(owed, payment.Amount.Currency), await db.Refunds.AnyAsync(r => r.PaymentId == payment.Id, ct));
    }

    private async Task<Uri> AddressAsync(LinkId id, CancellationToken ct)
    {
        var stored = await db.Links.Where(l => l.Id == id).Select(l => l.SealedAddress).SingleAsync(ct);
        return addresses.PayPage((tokens.Unseal(stored) ?? throw new InvariantException($"The address of {id} cannot be read: is a key missing?")).Token);
    }

    private static Uri Needed(Uri? link) => link ?? throw new InvariantException("A mail that carries a link was promised without one.");
}
