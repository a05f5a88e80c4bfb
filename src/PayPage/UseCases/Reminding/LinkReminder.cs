using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Reminding;

/// <summary>The link that a reminder carries: the one it was promised with where that works, else the customer's newest, made now if need be.</summary>
/// <remarks>Looked for at each try: a mail that waited for its server must not lead to a link that ended meanwhile.</remarks>
internal sealed class LinkReminder(
    PayPageDbContext db, WriteSeam write, RenewLink renew, ILinkTokens tokens, IOptions<PaymentLinkOptions> options, TimeProvider clock)
{
    /// <summary>May be repeated: a link that was made and works is found again.</summary>
    /// <returns>Null when there is none and none can be made: it was taken back, or the invoice's last day is over.</returns>
    public async Task<LinkInMatter?> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var promised = await db.Links.AsNoTracking().SingleAsync(l => l.Id == message.LinkId, ct);
        var link = promised.CanBePaidAt(clock.GetUtcNow(), options.Value.OpenWindow) ? promised : await write.RunAsync(
            async (unit, token) =>
            {
                var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == promised.InvoiceId, token);
                return invoice.CanBeReminded ? await renew.HandleAsync(unit, invoice, promised, Actor.System, token) : null;
            },
            ct);

        return link is null ? null : new LinkInMatter(link.Id, link.Status, tokens.Unseal(link.SealedAddress));
    }
}
