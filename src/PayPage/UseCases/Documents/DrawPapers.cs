using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Documents;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Receipts;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Documents;

/// <summary>Invoices and receipts as files, for mails and downloads. Reads only.</summary>
/// <remarks>Those that end in Async read what the others draw; a preview, which has nothing to read, draws likewise.</remarks>
internal sealed class DrawPapers(PayPageDbContext db, IDocumentRenderer renderer, ILinkTokens tokens, ISiteAddresses addresses)
{
    private const string Pdf = "application/pdf";

    /// <param name="shortCode">Of the link that is printed; null: neither button nor QR code. None is printed either where nothing can be paid, or the merchant wants none.</param>
    /// <param name="language">BCP 47 tag of the reader's language.</param>
    public MailFile Invoice(Invoice invoice, Merchant merchant, MerchantLogo? logo, string? shortCode, string language)
    {
        var address = shortCode is not null && CarriesLink(invoice) ? addresses.ShortLink(shortCode) : null;
        return new MailFile(
            $"invoice-{Safe(invoice.Number)}.pdf", Pdf, renderer.Invoice(new InvoiceDocument(merchant, logo, invoice, address, language)));
    }

    /// <param name="merchant">As he looks now; what the receipt says of him is its own.</param>
    /// <param name="refunds">What went back since; null: nothing did.</param>
    public MailFile Receipt(Receipt receipt, Merchant merchant, MerchantLogo? logo, string language, IReadOnlyList<RefundLine>? refunds = null)
    {
        var document = new ReceiptDocument(merchant, logo, ReceiptFactsText.Read(receipt.Facts), addresses.VerifyReceipt(receipt.Code), language)
        {
            Refunds = [.. (refunds ?? []).Select(r => (r.Amount, r.At))],
        };
        return new MailFile($"receipt-{Safe(receipt.Number)}.pdf", Pdf, renderer.Receipt(document));
    }

    /// <param name="link">The link whose short form is printed; null: neither button nor QR code.</param>
    /// <param name="language">BCP 47 tag of the reader's language.</param>
    public async Task<MailFile> InvoiceAsync(Invoice invoice, Merchant merchant, LinkId? link, string language, CancellationToken ct)
    {
        var code = link is { } id && CarriesLink(invoice) ? (await AddressAsync(id, ct)).ShortCode : null;
        return Invoice(invoice, merchant, await LogoAsync(merchant, ct), code, language);
    }

    public async Task<MailFile> ReceiptAsync(Receipt receipt, Merchant merchant, string language, CancellationToken ct) =>
        Receipt(receipt, merchant, await LogoAsync(merchant, ct), language, await ShownRefunds.OfAsync(db, receipt.PaymentId, ct));

    public async Task<MailFile> EvidenceAsync(EvidenceDocument document, CancellationToken ct) => new(
        $"history-{Safe(document.Payment.Reference)}.pdf", Pdf, renderer.Evidence(document with { Logo = await LogoAsync(document.Merchant, ct) }));

    public async Task<MerchantLogo?> LogoAsync(Merchant merchant, CancellationToken ct) => merchant.Logo is { } hash
        ? await db.Logos.AsNoTracking().SingleOrDefaultAsync(l => l.MerchantId == merchant.Id && l.Hash == hash, ct)
        : null;

    private async Task<LinkAddress> AddressAsync(LinkId id, CancellationToken ct)
    {
        var stored = await db.Links.Where(l => l.Id == id).Select(l => l.SealedAddress).SingleAsync(ct);
        return tokens.Unseal(stored) ?? throw new InvariantException($"The address of {id} cannot be read: is a key missing?");
    }

    private static bool CarriesLink(Invoice invoice) => invoice.IncludesLink && invoice.IsPayable && invoice.Due.Minor > 0;

    /// <summary>A number is what a merchant typed: of it only what no file system or header minds.</summary>
    private static string Safe(string number)
    {
        var safe = string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return safe.Length == 0 ? "1" : safe;
    }
}
