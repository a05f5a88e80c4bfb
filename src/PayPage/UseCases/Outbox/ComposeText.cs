using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Outbox;

/// <summary>From a promise to the text message that keeps it.</summary>
internal sealed class ComposeText(PayPageDbContext db, ITextComposer composer, DrawPapers draw, FindReceipt findReceipt)
{
    /// <returns>Null when there is no number to send it to (any more).</returns>
    public async Task<SmsMessage?> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == message.InvoiceId, ct);
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == message.MerchantId, ct);
        var payment = message.PaymentId is { } id ? await db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct) : null;

        if (invoice.BillTo.Phone is not { } phone)
        {
            return null;
        }

        var link = await draw.ShortLinkAsync(message.LinkId ?? throw new InvariantException("A text message was promised without a link."), ct);
        var due = invoice.IsPayable ? invoice.Due : new Money(0, invoice.Currency);
        Text text = message.Kind switch
        {
            OutboxKind.InvoiceText => new Text.OfInvoice(due, invoice.DueDate) { MerchantName = merchant.Name, InvoiceNumber = invoice.Number, Mode = invoice.Mode, Link = link },
            OutboxKind.FreshLinkText => new Text.OfFreshLink { MerchantName = merchant.Name, InvoiceNumber = invoice.Number, Mode = invoice.Mode, Link = link },
            OutboxKind.ReceiptText => new Text.OfReceipt(payment!.Amount, payment.Reference, await LeftAsync(payment, due, ct)) { MerchantName = merchant.Name, InvoiceNumber = invoice.Number, Mode = invoice.Mode, Link = link },
            _ => throw new UnreachableException(),
        };

        return new SmsMessage(
            $"{message.Id}", phone, composer.Compose(text with { Language = payment?.Language ?? invoice.Language ?? merchant.Language }), message.CreatedAt);
    }

    /// <summary>What the receipt says was left, while that is still to be paid; nothing once it has been.</summary>
    private async Task<Money> LeftAsync(Payment payment, Money dueNow, CancellationToken ct) =>
        dueNow.Minor > 0 && await findReceipt.HandleAsync(payment.Id, ct) is { } receipt ? ReceiptFactsText.Read(receipt.Facts).Left : dueNow;
}
