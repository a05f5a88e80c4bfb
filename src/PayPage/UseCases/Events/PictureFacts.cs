using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Disputes;
using PayPage.Domain.Events;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Events;

/// <summary>Reads what an event shows, inside the unit that writes it. Without names, addresses, words of anybody and links.</summary>
internal static class PictureFacts
{
    public static async Task<EventPicture> HandleAsync(PayPageDbContext db, Fact fact, InvoicePicture? invoice, CancellationToken ct) => new(
        invoice,
        fact.PaymentId is { } payment ? await OfPaymentAsync(db, payment, ct) : null,
        fact is { LinkId: { } link, PaymentId: null } ? await OfLinkAsync(db, link, ct) : null,
        fact is { BatchId: { } batch, Batch: { } counts } ? new BatchPicture(batch, counts) : null,
        fact.Only)
    {
        Dispute = fact.DisputeId is { } dispute ? await OfDisputeAsync(db, dispute, ct) : null,
        Refund = fact.RefundId is { } refund ? await OfRefundAsync(db, refund, ct) : null,
    };

    public static async Task<InvoicePicture> OfInvoiceAsync(PayPageDbContext db, InvoiceId id, CancellationToken ct) => await db.Invoices
        .Where(i => i.Id == id)
        .Select(i => new InvoicePicture(
            i.Id, i.Number, i.Stage, i.Currency, i.Total, i.Paid, i.Refunded,
            db.Payments.Any(p => p.InvoiceId == i.Id && p.Status == PaymentStatus.Processing),
            i.DueDate, i.CustomerId, i.BillTo.MerchantCustomerId, i.TransactionReference, i.BatchId))
        .SingleAsync(ct);

    private static async Task<PaymentPicture> OfPaymentAsync(PayPageDbContext db, PaymentId id, CancellationToken ct)
    {
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var refunded = await db.Refunds.Where(r => r.PaymentId == id && r.Status == RefundStatus.Succeeded).SumAsync(r => r.Amount.Minor, ct);

        return new PaymentPicture(
            payment.Id, payment.Reference, payment.Status, payment.Method, payment.Amount, refunded, payment.Declined, payment.Stray,
            payment.LinkId, payment.ProcessorReference);
    }

    private static async Task<DisputePicture> OfDisputeAsync(PayPageDbContext db, DisputeId id, CancellationToken ct)
    {
        var dispute = await db.Disputes.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        return new DisputePicture(id, dispute.State, dispute.Amount, dispute.Reason, dispute.EvidenceBy, dispute.ProcessorReference);
    }

    private static async Task<RefundPicture> OfRefundAsync(PayPageDbContext db, RefundId id, CancellationToken ct)
    {
        var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == id, ct);
        return new RefundPicture(refund.Id, refund.Status, refund.Amount, refund.ProcessorReference, refund.FailureReason, refund.PredecessorId);
    }

    private static Task<LinkPicture> OfLinkAsync(PayPageDbContext db, LinkId id, CancellationToken ct) =>
        db.Links.Where(l => l.Id == id).Select(l => new LinkPicture(l.Id, l.Status)).SingleAsync(ct);
}
