using PayPage.Domain.Documents;
using PayPage.Domain.Merchants;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>Papers with nothing on them. Drawing them would be most of a run, and no money is in it.</summary>
internal sealed class BlankPapers : IDocumentRenderer
{
    public byte[] Invoice(InvoiceDocument document) => [];

    public byte[] Receipt(ReceiptDocument document) => [];

    public byte[] Evidence(EvidenceDocument document) => [];

    public bool CanDraw(LogoFile logo) => true;

    public byte[] Png(GifPicture picture) => [];
}
