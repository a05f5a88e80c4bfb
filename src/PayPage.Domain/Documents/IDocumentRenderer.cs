using PayPage.Domain.Merchants;

namespace PayPage.Domain.Documents;

/// <summary>Makes the papers that people keep. The same input gives the same bytes; nothing is read or written on the way.</summary>
public interface IDocumentRenderer
{
    /// <returns>A PDF file.</returns>
    byte[] Invoice(InvoiceDocument document);

    /// <returns>A PDF file.</returns>
    byte[] Receipt(ReceiptDocument document);

    /// <summary>What a merchant hands to a bank that asks about a payment.</summary>
    /// <returns>A PDF file.</returns>
    byte[] Evidence(EvidenceDocument document);

    /// <summary>Whether a logo's pixels can be read, so that it will stand on papers as it does on pages.</summary>
    bool CanDraw(LogoFile logo);

    /// <summary>A picture of few colours as a file that pages, mails and papers can all show.</summary>
    /// <returns>A PNG file.</returns>
    byte[] Png(GifPicture picture);
}
