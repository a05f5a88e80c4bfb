using System.Diagnostics;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>From what a message tells to the text message that tells it. Asks nobody: a preview is composed here too.</summary>
internal sealed class ComposeText(ISiteAddresses addresses, ITextComposer composer)
{
    /// <returns>Null when there is no number to send it to (any more).</returns>
    public SmsMessage? Handle(Matter matter, OutboxMessageId id, DateTimeOffset date) => matter.Payer.Phone is { } phone
        ? new SmsMessage($"{id}", phone, composer.Compose(TextOf(matter) with { Language = matter.Language }), date)
        : null;

    private Text TextOf(Matter matter)
    {
        var link = addresses.ShortLink((matter.Link ?? throw new InvariantException("A text message was promised without a link.")).Readable.ShortCode);
        var (merchant, number, mode) = (matter.Merchant.Name, matter.Invoice.Number, matter.Invoice.Mode);

        return (matter.Kind, matter.Payment) switch
        {
            (OutboxKind.InvoiceText, _) => new Text.OfInvoice(matter.Due, matter.Invoice.DueDate) { MerchantName = merchant, InvoiceNumber = number, Mode = mode, Link = link },
            (OutboxKind.FreshLinkText, _) => new Text.OfFreshLink { MerchantName = merchant, InvoiceNumber = number, Mode = mode, Link = link },
            (OutboxKind.ReceiptText, { } paid) => new Text.OfReceipt(paid.Payment.Amount, paid.Payment.Reference, Left(paid, matter.Due)) { MerchantName = merchant, InvoiceNumber = number, Mode = mode, Link = link },
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What the receipt says was left, while that is still to be paid; nothing once it has been.</summary>
    private static Money Left(PaymentInMatter paid, Money dueNow) => dueNow.Minor > 0 && paid.Facts is { } facts ? facts.Left : dueNow;
}
