using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>Whether what was promised is still worth saying. A mail that had to wait must not ask for money that has come, nor carry a link that was taken back.</summary>
internal sealed class FindNeed(PayPageDbContext db)
{
    internal const string Settled = "Nothing is to be paid any more.";
    internal const string LinkGone = "Its link does not work any more.";
    internal const string NobodyTold = "The merchant wants nobody told at this place of the list any more.";

    /// <returns>Why it is not sent any more; null when it is.</returns>
    public async Task<string?> ObjectionAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message.Kind is OutboxKind.ConfirmationMail or OutboxKind.BounceMail)
        {
            var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == message.MerchantId, ct);
            return TellMerchant.AddressFor(message, merchant) is null ? NobodyTold : null;
        }

        if (message.Kind is not (OutboxKind.InvoiceMail or OutboxKind.InvoiceText or OutboxKind.FreshLinkMail or OutboxKind.FreshLinkText))
        {
            return null;
        }

        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == message.InvoiceId, ct);
        var link = await db.Links.Where(l => l.Id == message.LinkId).Select(l => l.Status).SingleAsync(ct);

        return !invoice.IsPayable || invoice.Due.Minor <= 0 ? Settled
            : link is LinkStatus.Revoked or LinkStatus.Closed or LinkStatus.Used ? LinkGone
            : null;
    }
}
