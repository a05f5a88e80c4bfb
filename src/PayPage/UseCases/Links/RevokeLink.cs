using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Links;

/// <summary>The merchant takes a payer's right back, on every node at once. A payment begun through it may still finish.</summary>
internal sealed class RevokeLink(WriteSeam write, Note note, TimeProvider clock)
{
    /// <returns>False when the merchant has no such link, or it was dead already.</returns>
    public Task<bool> HandleAsync(MerchantId merchantId, LinkId linkId, string actor, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var link = await unit.Db.Links.SingleOrDefaultAsync(l => l.Id == linkId && l.MerchantId == merchantId, token);

            if (link is null || !LinkTransitions.Live.Contains(link.Status))
            {
                return false;
            }

            link.Revoke(clock.GetUtcNow());
            var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == link.InvoiceId, token);
            note.Of(unit, invoice, AuditKind.LinkRevoked, actor, link.Id);
            return true;
        },
        ct);
}
