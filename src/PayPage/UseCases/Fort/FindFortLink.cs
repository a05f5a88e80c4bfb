using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Fort;

/// <summary>How a link of PayFort's door stands. Reads only; mints no link.</summary>
internal sealed class FindFortLink(PayPageDbContext db, ILinkTokens tokens, ISiteAddresses addresses, TimeProvider clock)
{
    /// <param name="reference">The invoice's number; null: the link's id says which.</param>
    /// <param name="linkId">The dialect's <c>payment_link_id</c>; where both are given, both must fit.</param>
    /// <returns>Null when the merchant has none such in this mode, or it did not come through this door.</returns>
    public async Task<FortLinkView?> HandleAsync(string? reference, string? linkId, Caller caller, CancellationToken ct)
    {
        var mine = db.FortInvoices.AsNoTracking().Where(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode);
        var found = await mine.Where(i => linkId == null || i.LinkId == linkId)
            .Join(db.Invoices.AsNoTracking().Where(i => reference == null || i.Number == reference), own => own.InvoiceId, invoice => invoice.Id, (own, invoice) => new { own, invoice })
            .Take(2)
            .ToListAsync(ct);

        return (reference ?? linkId) is not null && found is [var one] ? await ViewAsync(one.own, one.invoice, ct) : null;
    }

    private async Task<FortLinkView> ViewAsync(FortInvoice own, Invoice invoice, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);
        var links = await db.Links.AsNoTracking().Where(l => l.InvoiceId == invoice.Id && l.PayerName == null && l.PayerEmail == null).ToListAsync(ct);
        var newest = links.MaxBy(l => (l.CreatedAt, l.Id.Value));
        var openings = await db.Visits.Where(v => db.Links.Any(l => l.Id == v.LinkId && l.InvoiceId == invoice.Id)).SumAsync(v => v.PageViews, ct);
        var ends = LinkLifetime.Of(invoice, newest?.CreatedAt ?? invoice.CreatedAt, merchant.Zone);
        var address = newest is not null && tokens.Unseal(newest.SealedAddress) is { } sealedOne ? addresses.ShortLink(sealedOne.ShortCode) : null;

        return new FortLinkView(invoice, own, StateOf(invoice, newest, ends), ends, openings, address);
    }

    private FortLinkState StateOf(Invoice invoice, PaymentLink? newest, DateTimeOffset ends) =>
        invoice.Due.Minor <= 0 ? FortLinkState.Paid
        : !invoice.IsPayable || newest is null or { Status: LinkStatus.Revoked or LinkStatus.Closed } ? FortLinkState.Closed
        : ends <= clock.GetUtcNow() ? FortLinkState.Expired
        : FortLinkState.Open;
}

/// <param name="Ends">The first instant at which no link to it works.</param>
/// <param name="Openings">How often a browser showed the page of one of its links. Machines that look at links do not count.</param>
/// <param name="Address">Of the newest link, its short form; null where the key that sealed it is lost.</param>
internal sealed record FortLinkView(Invoice Invoice, FortInvoice Own, FortLinkState State, DateTimeOffset Ends, long Openings, Uri? Address)
{
    /// <summary>So that no log line ever holds an address.</summary>
    public override string ToString() => $"(a link of {Invoice.Id})";
}

/// <summary>The dialect's words for how a link stands.</summary>
internal enum FortLinkState
{
    Open,

    /// <summary>The merchant took it back, or canceled the invoice.</summary>
    Closed,
    Paid,
    Expired,
}
