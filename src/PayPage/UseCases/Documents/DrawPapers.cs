using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Documents;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Receipts;

namespace PayPage.UseCases.Documents;

/// <summary>Invoices and receipts as files, for mails and downloads. Reads only.</summary>
internal sealed class DrawPapers(PayPageDbContext db, IDocumentRenderer renderer, ILinkTokens tokens, ISiteAddresses addresses)
{
    private const string Pdf = "application/pdf";

    /// <param name="link">The link whose short form is printed; null: neither button nor QR code.</param>
    /// <param name="language">BCP 47 tag of the reader's language.</param>
    public async Task<MailFile> InvoiceAsync(Invoice invoice, Merchant merchant, LinkId? link, string language, CancellationToken ct)
    {
        var canBePaid = invoice.IsPayable && invoice.Due.Minor > 0;
        var address = canBePaid && link is { } id ? await ShortLinkAsync(id, ct) : null;
        var file = renderer.Invoice(new InvoiceDocument(merchant, await LogoAsync(merchant, ct), invoice, address, language));

        return new MailFile($"invoice-{Safe(invoice.Number)}.pdf", Pdf, file);
    }

    /// <param name="merchant">As he looks now; what the receipt says of him is its own.</param>
    public async Task<MailFile> ReceiptAsync(Receipt receipt, Merchant merchant, string language, CancellationToken ct)
    {
        var facts = ReceiptFactsText.Read(receipt.Facts);
        var file = renderer.Receipt(
            new ReceiptDocument(merchant, await LogoAsync(merchant, ct), facts, addresses.VerifyReceipt(receipt.Code), language));

        return new MailFile($"receipt-{Safe(receipt.Number)}.pdf", Pdf, file);
    }

    public async Task<MerchantLogo?> LogoAsync(Merchant merchant, CancellationToken ct) => merchant.Logo is { } hash
        ? await db.Logos.AsNoTracking().SingleOrDefaultAsync(l => l.MerchantId == merchant.Id && l.Hash == hash, ct)
        : null;

    public async Task<Uri> ShortLinkAsync(LinkId id, CancellationToken ct) => addresses.ShortLink((await AddressAsync(id, ct)).ShortCode);

    public async Task<Uri> PayPageAsync(LinkId id, CancellationToken ct) => addresses.PayPage((await AddressAsync(id, ct)).Token);

    private async Task<LinkAddress> AddressAsync(LinkId id, CancellationToken ct)
    {
        var stored = await db.Links.Where(l => l.Id == id).Select(l => l.SealedAddress).SingleAsync(ct);
        return tokens.Unseal(stored) ?? throw new InvariantException($"The address of {id} cannot be read: is a key missing?");
    }

    /// <summary>A number is what a merchant typed: of it only what no file system or header minds.</summary>
    private static string Safe(string number)
    {
        var safe = string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return safe.Length == 0 ? "1" : safe;
    }
}
