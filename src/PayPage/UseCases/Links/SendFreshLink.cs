using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Links;

/// <summary>The bearer of a spent or expired link asks for one that works. It goes to the address on file and nowhere else.</summary>
internal sealed class SendFreshLink(
    FindLink findLink, MintLink mint, Promise promise, Note note, WriteSeam write, IOptions<PaymentLinkOptions> options, TimeProvider clock)
{
    /// <summary>At most <see cref="PaymentLinkOptions.FreshPerDay"/> in 24 hours for an invoice; more than that does nothing.</summary>
    /// <returns>False when there is no such link. True says nothing else: the answer is the same whatever was done.</returns>
    public async Task<bool> HandleAsync(string token, CancellationToken ct)
    {
        if (await findLink.HandleAsync(token, ct) is not { } asked)
        {
            return false;
        }

        await write.RunAsync((unit, unitCt) => SendAsync(unit, asked, unitCt), ct);
        return true;
    }

    private async Task SendAsync(Unit unit, PaymentLink asked, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == asked.InvoiceId, ct);

        if (invoice.BillTo.Masked is null || !invoice.IsPayable || invoice.Due.Minor <= 0 || await AskedTooOftenAsync(unit, invoice, ct))
        {
            return;
        }

        if (await WorkingLinkAsync(unit, invoice, asked, ct) is { } link)
        {
            var before = await Sent(unit, invoice).CountAsync(ct);
            promise.Of(unit, invoice, invoice.BillTo.Email is null ? OutboxKind.FreshLinkText : OutboxKind.FreshLinkMail, $"fresh:{invoice.Id}:{before + 1}", link: link.Id);
            note.Of(unit, invoice, AuditKind.FreshLinkSent, Actor.Payer, link.Id);
        }
    }

    /// <summary>The newest link of this payer's chain, or a new one behind it.</summary>
    /// <returns>Null when the chain was revoked (then only the merchant can help), or the invoice's last day is over.</returns>
    private async Task<PaymentLink?> WorkingLinkAsync(Unit unit, Invoice invoice, PaymentLink asked, CancellationToken ct)
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

        if (LinkLifetime.Of(invoice, clock.GetUtcNow(), merchant.Zone) <= clock.GetUtcNow())
        {
            return null;
        }

        return mint.Handle(unit, invoice, merchant, tip, Actor.Payer);
    }

    private async Task<bool> AskedTooOftenAsync(Unit unit, Invoice invoice, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        return await Sent(unit, invoice).CountAsync(m => m.CreatedAt > since, ct) >= options.Value.FreshPerDay;
    }

    private static IQueryable<OutboxMessage> Sent(Unit unit, Invoice invoice) => unit.Db.Outbox.Where(
        m => m.InvoiceId == invoice.Id && (m.Kind == OutboxKind.FreshLinkMail || m.Kind == OutboxKind.FreshLinkText));
}
