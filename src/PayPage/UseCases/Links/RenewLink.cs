using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Links;

/// <summary>A payer's link that works: the newest of his chain, or a new one behind it. Inside a unit of work that somebody else commits.</summary>
internal sealed class RenewLink(MintLink mint, Note note, IOptions<PaymentLinkOptions> options, TimeProvider clock)
{
    /// <param name="asked">Any link of the chain.</param>
    /// <returns>Null when the chain was revoked (then only the merchant can help), or the invoice's last day is over.</returns>
    public async Task<PaymentLink?> HandleAsync(Unit unit, Invoice invoice, PaymentLink asked, string actor, CancellationToken ct)
    {
        var chain = await unit.Db.Links.Where(l => l.RootId == asked.RootId).ToListAsync(ct);
        var tip = chain.Single(l => chain.All(other => other.PredecessorId != l.Id));
        var inUse = await unit.Db.Payments.AnyAsync(p => p.LinkId == tip.Id && PaymentTransitions.Open.Contains(p.Status), ct);

        if (asked.RevokedAt is not null || tip.RevokedAt is not null)
        {
            return null;
        }

        if (inUse || tip.CanBePaidAt(clock.GetUtcNow(), options.Value.OpenWindow))
        {
            return tip;
        }

        if (LinkTransitions.Live.Contains(tip.Status))
        {
            tip.Expire();
            note.Of(unit, invoice, AuditKind.LinkExpired, Actor.System, tip.Id);
        }

        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);

        return LinkLifetime.IsOver(invoice, clock.GetUtcNow(), merchant.Zone) ? null : mint.Handle(unit, invoice, merchant, tip, actor);
    }
}
