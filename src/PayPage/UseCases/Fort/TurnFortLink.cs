using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Fort;

/// <summary>Closes a link, opens it again, or has it end at another instant. The invoice itself stays as it is. May be repeated.</summary>
internal sealed class TurnFortLink(WriteSeam write, SendInvoice send, Note note, TimeProvider clock)
{
    private const string Closed = nameof(FortLinkState.Closed);

    /// <param name="status"><c>Open</c>, <c>Closed</c>, or null: as it is.</param>
    /// <param name="ends">Null: when it ends already.</param>
    /// <returns>Null when it was done.</returns>
    public async Task<FortCode?> HandleAsync(string number, string? status, DateTimeOffset? ends, Caller caller, CancellationToken ct)
    {
        if (status is null && ends is null)
        {
            return null;
        }

        var isClosed = await write.RunAsync((unit, token) => SetAsync(unit, number, status, ends, caller, token), ct);

        // A link's end is fixed: one that is over or was taken back stays so, and a new one takes its place. Nothing is sent.
        return status == Closed || (status is null && isClosed) ? null : await send.HandleAsync(new SendInvoice.Wish(number, DeliveryMode.None), caller, ct) switch
        {
            SendInvoice.Outcome.Renewed or SendInvoice.Outcome.StillWorks => null,
            SendInvoice.Outcome.Paid => FortCode.Paid,
            SendInvoice.Outcome.Expired => FortCode.Expired,
            _ => FortCode.LinkProcessed,
        };
    }

    /// <returns>Whether the merchant had taken the link back, or does so now.</returns>
    private async Task<bool> SetAsync(Unit unit, string number, string? status, DateTimeOffset? ends, Caller caller, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.Numbered(number, caller).SingleAsync(ct);
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var links = await unit.Db.Links.Where(l => l.InvoiceId == invoice.Id).ToListAsync(ct);

        if (ends is { } end && invoice.CanBeChanged)
        {
            invoice.ExpireAt(end);

            foreach (var link in links.Where(l => LinkTransitions.Live.Contains(l.Status)))
            {
                link.LiveUntil(LinkLifetime.Of(invoice, link.CreatedAt, merchant.Zone));
            }
        }

        foreach (var link in links.Where(l => status == Closed && LinkTransitions.Live.Contains(l.Status)))
        {
            link.Revoke(clock.GetUtcNow());
            note.Of(unit, invoice, AuditKind.LinkRevoked, caller.Actor, link.Id);
        }

        return links.Where(l => !l.IsForAnother).MaxBy(l => (l.CreatedAt, l.Id.Value)) is { Status: LinkStatus.Revoked };
    }
}
