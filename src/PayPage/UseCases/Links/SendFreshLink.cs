using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Links;

/// <summary>The bearer of a spent or expired link asks for one that works. It goes to the address on file of the payer it was made for, and nowhere else.</summary>
internal sealed class SendFreshLink(
    FindLink findLink, RenewLink renew, Promise promise, Note note, WriteSeam write, IOptions<PaymentLinkOptions> options, TimeProvider clock)
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
        var payer = asked.AddressedTo(invoice.BillTo);

        if (payer.Masked is null || !invoice.IsPayable || invoice.Due.Minor <= 0 || await AskedTooOftenAsync(unit, invoice, ct))
        {
            return;
        }

        if (await renew.HandleAsync(unit, invoice, asked, Actor.Payer, ct) is { } link)
        {
            var before = await Sent(unit, invoice).CountAsync(ct);
            promise.Of(unit, invoice, payer.Email is null ? OutboxKind.FreshLinkText : OutboxKind.FreshLinkMail, $"fresh:{invoice.Id}:{before + 1}", link: link.Id);
            note.Of(unit, invoice, AuditKind.FreshLinkSent, Actor.Payer, link.Id);
        }
    }

    private async Task<bool> AskedTooOftenAsync(Unit unit, Invoice invoice, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        return await Sent(unit, invoice).CountAsync(m => m.CreatedAt > since, ct) >= options.Value.FreshPerDay;
    }

    private static IQueryable<OutboxMessage> Sent(Unit unit, Invoice invoice) => unit.Db.Outbox.Where(
        m => m.InvoiceId == invoice.Id && (m.Kind == OutboxKind.FreshLinkMail || m.Kind == OutboxKind.FreshLinkText));
}
