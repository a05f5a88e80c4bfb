namespace PayPage.Domain.Documents;

/// <summary>Makes the papers that people keep. The same input gives the same bytes; nothing is read or written on the way.</summary>
public interface IDocumentRenderer
{
    /// <returns>A PDF file.</returns>
    byte[] Invoice(InvoiceDocument document);

    /// <returns>A PDF file.</returns>
    byte[] Receipt(ReceiptDocument document);
}
