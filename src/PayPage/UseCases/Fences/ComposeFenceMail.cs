using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Fences;

/// <summary>What the merchant's people are told of somebody who seems to try cards: read when the mail leaves, so it tells what is true then.</summary>
internal sealed class ComposeFenceMail(PayPageDbContext db, ISiteAddresses addresses)
{
    internal const string Lifted = "The link takes payments again, or is not needed any more.";

    /// <returns>Why it is not sent any more; null when it is.</returns>
    public async Task<string?> ObjectionAsync(OutboxMessage message, CancellationToken ct) =>
        message.Kind != OutboxKind.LinkBarredMail
        || await db.Links.AnyAsync(l => l.Id == message.LinkId && l.BarredAt != null && LinkTransitions.Live.Contains(l.Status), ct) ? null : Lifted;

    /// <returns>Null when nobody is to be told at this place of the list any more.</returns>
    public async Task<(ColleagueMail Mail, string To)?> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == message.MerchantId, ct);

        if (TellOfFence.AddressFor(message, merchant) is not { } to)
        {
            return null;
        }

        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == message.InvoiceId, ct);
        var head = new MailHead(merchant.Name, null, merchant.Color);
        var page = $"{merchant.Id}/invoices/{Uri.EscapeDataString(invoice.Number)}";

        if (message.Kind == OutboxKind.LinkBarredMail)
        {
            var link = await db.Links.AsNoTracking().SingleAsync(l => l.Id == message.LinkId, ct);
            var payer = link.IsForAnother ? link.PayerName ?? link.PayerEmail : invoice.BillTo.Name ?? invoice.BillTo.CompanyName;

            return (new ColleagueMail.OfBarredLink(invoice.Number, payer, link.Declines, invoice.Mode, addresses.Office(page)) { Head = head, Host = addresses.Host }, to);
        }

        var alert = await db.DeclineAlerts.AsNoTracking().SingleAsync(a => a.MerchantId == merchant.Id && a.Mode == invoice.Mode, ct);

        return (
            new ColleagueMail.OfManyDeclines(merchant.Name, alert.Declined, alert.Tries, invoice.Number, invoice.Mode, addresses.Office($"{merchant.Id}"))
            {
                Head = head,
                Host = addresses.Host,
            },
            to);
    }
}
