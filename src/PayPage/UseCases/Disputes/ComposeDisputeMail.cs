using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Disputes;

/// <summary>What the merchant's people are told of a dispute: read when the mail leaves, so it tells what is true then.</summary>
internal sealed class ComposeDisputeMail(PayPageDbContext db, ISiteAddresses addresses)
{
    internal const string Over = "The bank does not wait for this answer any more.";
    internal const string NotDecided = "It is not decided any more.";

    /// <returns>Why it is not sent any more; null when it is.</returns>
    public async Task<string?> ObjectionAsync(OutboxMessage message, CancellationToken ct)
    {
        var dispute = await db.Disputes.AsNoTracking().SingleAsync(d => d.Id == message.DisputeId, ct);

        return message.Kind switch
        {
            OutboxKind.DisputeOpenedMail => dispute.WaitsForAnswer ? null : Over,
            OutboxKind.DisputeDeadlineMail => TellOfDispute.IsDeadlineOf(message, dispute) ? null : Over,
            _ => dispute.DecidedAt is null ? NotDecided : null,
        };
    }

    /// <returns>Null when nobody is to be told at this place of the list any more.</returns>
    public async Task<(ColleagueMail Mail, string To)?> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == message.MerchantId, ct);

        if (TellOfDispute.AddressFor(message, merchant) is not { } to)
        {
            return null;
        }

        var dispute = await db.Disputes.AsNoTracking().SingleAsync(d => d.Id == message.DisputeId, ct);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == dispute.PaymentId, ct);
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);
        var card = new DisputeCard(
            dispute.State, dispute.Amount, dispute.Reason, dispute.EvidenceBy, merchant.Zone, invoice.Number, invoice.BillTo.Name ?? invoice.BillTo.CompanyName,
            payment.Reference, payment.Instrument, new Money(dispute.OfInvoice, dispute.Amount.Currency), dispute.Mode);

        return (
            new ColleagueMail.OfDispute(card, message.Kind == OutboxKind.DisputeDeadlineMail, addresses.Office($"{merchant.Id}/disputes/{dispute.Id}"))
            {
                Head = new MailHead(merchant.Name, null, merchant.Color),
                Host = addresses.Host,
            },
            to);
    }
}
