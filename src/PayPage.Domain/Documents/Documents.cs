using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Receipts;

namespace PayPage.Domain.Documents;

/// <summary>An invoice on paper.</summary>
/// <param name="Logo">The picture that <see cref="Merchant.Logo"/> names; null where there is none.</param>
/// <param name="PayLink">The short form of a link to its pay page; null where nothing can be paid: then there is neither button nor QR code.</param>
/// <param name="Language">BCP 47 tag of the reader's language.</param>
public sealed record InvoiceDocument(Merchant Merchant, MerchantLogo? Logo, Invoice Invoice, Uri? PayLink, string Language);

/// <summary>A receipt on paper: what its payment said, whatever became of the invoice since.</summary>
/// <param name="Verify">Where anybody can ask whether it is true.</param>
/// <param name="Language">BCP 47 tag of the reader's language.</param>
public sealed record ReceiptDocument(Merchant Merchant, MerchantLogo? Logo, ReceiptFacts Facts, Uri Verify, string Language)
{
    /// <summary>What of the money went back since, with the moment; null: it is on its way.</summary>
    public IReadOnlyList<(Money Amount, DateTimeOffset? At)> Refunds { get; init; } = [];
}

/// <summary>The size of the merchant's papers.</summary>
public enum Paper
{
    /// <summary>210 mm by 297 mm.</summary>
    A4,

    /// <summary>8.5 in by 11 in.</summary>
    Letter,
}
