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
    /// <remarks>
    /// Declined tries go on counting in a link that a payer asks for, and one that takes no payments gets no successor in that way: the merchant
    /// alone makes a payer begin anew.
    /// </remarks>
    /// <returns>Null when the chain was revoked or barred (then only the merchant can help), or the invoice's last day is over.</returns>
    public async Task<PaymentLink?> HandleAsync(Unit unit, Invoice invoice, PaymentLink asked, string actor, CancellationToken ct)
    {
        var chain = await unit.Db.Links.Where(l => l.RootId == asked.RootId).ToListAsync(ct);
        var tip = chain.Single(l => chain.All(other => other.PredecessorId != l.Id));
        var inUse = await unit.Db.Payments.AnyAsync(p => p.LinkId == tip.Id && PaymentTransitions.Open.Contains(p.Status), ct);

        if (asked.RevokedAt is not null || tip.RevokedAt is not null)
        {
            return null;
        }

        var isMerchants = actor is not (Actor.Payer or Actor.System);

        if (tip.BarredAt is not null && !isMerchants)
        {
            return null;
        }

        if (inUse || (tip.BarredAt is null && tip.CanBePaidAt(clock.GetUtcNow(), options.Value.OpenWindow)))
        {
            return tip;
        }

        if (LinkTransitions.Live.Contains(tip.Status))
        {
            tip.Expire();
            note.Of(unit, invoice, AuditKind.LinkExpired, Actor.System, tip.Id);
        }

        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);

        if (LinkLifetime.IsOver(invoice, clock.GetUtcNow(), merchant.Zone))
        {
            return null;
        }

        var link = mint.Handle(unit, invoice, merchant, tip, actor);

        if (isMerchants)
        {
            tip.LiftHold();    // its bearer is told of the new one, not to ask the merchant
        }
        else if (tip.Status != LinkStatus.Used)
        {
            link.InheritDeclines(tip);
        }

        return link;
    }
}
