using PayPage.Documents.Evidence;
using PayPage.Documents.Invoices;
using PayPage.Documents.Pictures;
using PayPage.Documents.Receipts;
using PayPage.Domain.Documents;
using PayPage.Domain.Merchants;

namespace PayPage.Documents;

/// <summary>Invoices and receipts as PDF files that follow PDF/UA-1; see docs/documents.md. May be used by any number of threads at once.</summary>
internal sealed class PdfRenderer : IDocumentRenderer
{
    public byte[] Invoice(InvoiceDocument document) => new InvoicePaper(document).Print();

    public byte[] Receipt(ReceiptDocument document) => new ReceiptPaper(document).Print();

    public byte[] Evidence(EvidenceDocument document) => new EvidencePaper(document).Print();

    public byte[] Png(GifPicture picture) => PalettePng.Write(picture);

    public bool CanDraw(LogoFile logo) => LogoPicture.Read(logo.Bytes) is not null;
}
