using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Links;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Links;

/// <summary>A link's address, for a colleague who hands it over himself. It is a key: show it only to whom may send. Reads only.</summary>
internal sealed class RevealLink(PayPageDbContext db, ILinkTokens tokens, ISiteAddresses addresses)
{
    /// <returns>Null when this merchant's invoice has no such link, or the key of its address is lost.</returns>
    public async Task<View?> HandleAsync(string number, LinkId id, Caller caller, CancellationToken ct)
    {
        var invoices = db.Invoices.Numbered(number, caller);
        var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && invoices.Any(i => i.Id == l.InvoiceId), ct);

        return link is not null && tokens.Unseal(link.SealedAddress) is { } address
            ? new View(link, addresses.PayPage(address.Token), addresses.ShortLink(address.ShortCode))
            : null;
    }

    /// <param name="Short">For text messages and QR codes; leads to the same page.</param>
    internal sealed record View(PaymentLink Link, Uri Address, Uri Short)
    {
        /// <summary>So that no log line ever holds one.</summary>
        public override string ToString() => $"(the address of {Link.Id})";
    }
}
