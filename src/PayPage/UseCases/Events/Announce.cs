using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Batches;
using PayPage.Domain.Disputes;
using PayPage.Domain.Events;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Events;

/// <summary>Says in a unit of work what the merchant's systems are to hear of. The event is written last of all, in the same transaction (<see cref="WriteEvents"/>).</summary>
internal sealed class Announce(WriteEvents write)
{
    /// <summary>What is noted in the history, where it is anybody's business outside.</summary>
    /// <param name="invoice">As it was before the fact, where the fact is money.</param>
    public void Of(Unit unit, Invoice invoice, AuditKind kind, LinkId? link, PaymentId? payment, RefundId? refund = null, DisputeId? dispute = null)
    {
        if (TypeOf(kind) is { } type && !(invoice.Stage == InvoiceStage.Draft && kind is (AuditKind.InvoiceChanged or AuditKind.InvoiceCanceled)))
        {
            Add(unit, new Fact(type, invoice.MerchantId, invoice.Mode)
            {
                InvoiceId = invoice.Id,
                LinkId = link,
                PaymentId = payment,
                RefundId = refund,
                DisputeId = dispute,
                PaidBefore = kind == AuditKind.PaymentSucceeded ? invoice.Paid : null,
            });
        }
    }

    public void OfOverdue(Unit unit, MerchantId merchant, Mode mode, InvoiceId invoice) =>
        Add(unit, new Fact(EventType.InvoiceOverdue, merchant, mode) { InvoiceId = invoice });

    /// <param name="type"><see cref="EventType.BatchValidated"/> or <see cref="EventType.BatchProcessed"/>.</param>
    public void OfBatch(Unit unit, MerchantId merchant, Mode mode, BatchId batch, EventType type, BatchCounts counts) => Add(
        unit,
        type is EventType.BatchValidated or EventType.BatchProcessed
            ? new Fact(type, merchant, mode) { BatchId = batch, Batch = counts }
            : throw new InvariantException($"{type} is not about a batch."));

    public void OfTest(Unit unit, WebhookEndpoint endpoint) =>
        Add(unit, new Fact(EventType.WebhookTest, endpoint.MerchantId, endpoint.Mode) { Only = endpoint.Id });

    private void Add(Unit unit, Fact fact) => unit.Announce(fact, (facts, ct) => write.HandleAsync(unit, facts, ct));

    /// <returns>Null where it concerns nobody outside: who was mailed, which links there are, what was only tried.</returns>
    private static EventType? TypeOf(AuditKind kind) => kind switch
    {
        AuditKind.InvoiceCreated => EventType.InvoiceCreated,
        AuditKind.InvoiceChanged => EventType.InvoiceChanged,
        AuditKind.InvoiceSent => EventType.InvoiceSent,
        AuditKind.InvoiceCanceled => EventType.InvoiceCanceled,
        AuditKind.LinkOpened => EventType.InvoiceViewed,
        AuditKind.LinkExpired => EventType.LinkExpired,
        AuditKind.PaymentProcessing => EventType.InvoicePending,
        AuditKind.PaymentDeclined or AuditKind.PaymentFailed => EventType.PaymentFailed,
        AuditKind.PaymentCanceled => EventType.PaymentCanceled,
        AuditKind.PaymentSucceeded => EventType.InvoicePaid,
        AuditKind.StrayMoney => EventType.PaymentUnexpected,
        AuditKind.RefundSucceeded => EventType.PaymentRefunded,
        AuditKind.DisputeAsked or AuditKind.DisputeOpened => EventType.PaymentDisputed,
        AuditKind.DisputeWon => EventType.PaymentDisputeWon,
        AuditKind.DisputeLost => EventType.PaymentDisputeLost,
        AuditKind.DisputeClosed => EventType.PaymentDisputeClosed,
        AuditKind.RefundFailed or AuditKind.RefundReturned => EventType.PaymentRefundFailed,
        _ => null,
    };
}
