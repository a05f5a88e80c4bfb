using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Delivery;
using PayPage.Domain.Disputes;
using PayPage.Domain.Documents;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Disputes;

/// <summary>All that PayPage knows of a disputed payment as one file for its merchant to hand over: the invoice, its receipt, what happened when. Reads only.</summary>
internal sealed class PackEvidence(PayPageDbContext db, ShowDispute show, DrawPapers draw, FindReceipt findReceipt, IFilePacker packer, TimeProvider clock)
{
    /// <returns>Null when this merchant has no such dispute in this mode.</returns>
    public async Task<MailFile?> HandleAsync(DisputeId id, Merchant merchant, Caller caller, CancellationToken ct)
    {
        if (await show.HandleAsync(id, caller, ct) is not { Dispute: var dispute, Payment: var payment, Invoice: var invoice })
        {
            return null;
        }

        var language = invoice.Language ?? merchant.Language;
        var payer = await Addressee.OfAsync(db, payment, invoice, ct);
        var now = clock.GetUtcNow();
        var history = new EvidenceDocument(
            merchant, null, invoice, payment, invoice.BillTo.Name ?? invoice.BillTo.CompanyName, payer.Email is { } email ? EmailAddress.Mask(email) : null,
            dispute.Amount, dispute.ProcessorReference, await EventsAsync(invoice, payment, ct), now);
        var receipt = await findReceipt.HandleAsync(payment.Id, ct);

        MailFile[] files =
        [
            await draw.InvoiceAsync(invoice, merchant, null, language, ct),
            .. receipt is null ? Array.Empty<MailFile>() : [await draw.ReceiptAsync(receipt, merchant, language, ct)],
            await draw.EvidenceAsync(history, ct),
        ];

        return new MailFile($"evidence-{payment.Reference}.zip", "application/zip", packer.Pack(files, now));
    }

    /// <summary>What speaks for the payment having been asked for and made: of this payment, and of the invoice before it.</summary>
    private async Task<IReadOnlyList<EvidenceEvent>> EventsAsync(Invoice invoice, Payment payment, CancellationToken ct)
    {
        var history = await db.Audit.AsNoTracking().Where(e => e.InvoiceId == invoice.Id && (e.PaymentId == null || e.PaymentId == payment.Id)).ToListAsync(ct);
        var own = history.Where(e => e.LinkId is null || e.LinkId == payment.LinkId || e.PaymentId is not null).OrderBy(e => e.At).ThenBy(e => e.Kind);

        return [.. own.Select(e => (e.At, What: Sentence(e, invoice, payment))).Where(e => e.What is not null).Select(e => new EvidenceEvent(e.At, e.What!))];
    }

    /// <returns>Null for what a bank need not know.</returns>
    private static string? Sentence(AuditEvent told, Invoice invoice, Payment payment) => told.Kind switch
    {
        AuditKind.InvoiceCreated => "The invoice was issued.",
        AuditKind.MailAccepted => Sent(told.Detail, invoice),
        AuditKind.ReminderSent => "A reminder was sent to the customer.",
        AuditKind.LinkOpened => "The payment link from the invoice was opened by a person.",
        AuditKind.PaymentStarted => "The payer confirmed the amount on the payment page and went on to pay.",
        AuditKind.PaymentTryDeclined => "A first try was declined by the bank; the payer tried again.",
        AuditKind.PaymentProcessing => "The payer's bank confirmed that the money is on its way.",
        AuditKind.PaymentSucceeded => $"The payment was confirmed{(payment.Instrument is { } with ? $" ({with})" : "")}.",
        AuditKind.RefundSucceeded => "Money of this payment was given back to the payer.",
        AuditKind.DisputeAsked or AuditKind.DisputeOpened => "The dispute was opened.",
        _ => null,
    };

    private static string? Sent(string? detail, Invoice invoice)
    {
        var to = invoice.BillTo.Email is { } email ? $" to {EmailAddress.Mask(email)}" : "";

        return detail?.Split(':')[0] switch
        {
            nameof(OutboxKind.InvoiceMail) => $"The invoice was sent by e-mail{to}, and the receiving mail server accepted it.",
            nameof(OutboxKind.InvoiceText) => "The invoice was sent by text message, and the carrier accepted it.",
            nameof(OutboxKind.FreshLinkMail) => $"A new payment link was sent by e-mail{to}.",
            nameof(OutboxKind.ReceiptMail) => "The receipt was sent to the payer by e-mail, and the receiving mail server accepted it.",
            _ => null,
        };
    }
}
