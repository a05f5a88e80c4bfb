using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Customers;
using PayPage.Domain.Disputes;
using PayPage.Domain.Events;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Events;

/// <summary>How things stood when an event was written. What is not meant is null.</summary>
internal sealed record EventPicture(InvoicePicture? Invoice, PaymentPicture? Payment, LinkPicture? Link, BatchPicture? Batch, WebhookEndpointId? Endpoint)
{
    public DisputePicture? Dispute { get; init; }

    public RefundPicture? Refund { get; init; }
}

/// <summary>Sums are minor units of <paramref name="Currency"/>.</summary>
internal sealed record InvoicePicture(
    InvoiceId Id, string Number, InvoiceStage Stage, Currency Currency, long Total, long Paid, long Refunded, bool IsPending, DateOnly DueDate,
    CustomerId CustomerId, string? MerchantCustomerId, string? TransactionReference, BatchId? BatchId);

/// <param name="Refunded">All that was given back of it so far; minor units.</param>
internal sealed record PaymentPicture(
    PaymentId Id, string Reference, PaymentStatus Status, PaymentMethod Method, Money Amount, long Refunded, bool Declined, StrayMoney Stray,
    LinkId? LinkId, string? ProcessorReference);

/// <param name="EvidenceBy">Null where there is nothing to answer (any more).</param>
internal sealed record DisputePicture(DisputeId Id, DisputeState State, Money Amount, string? Reason, DateTimeOffset? EvidenceBy, string ProcessorReference);

/// <param name="Reason">Why it failed or waits, in the processor's words; null where nothing was said.</param>
internal sealed record RefundPicture(RefundId Id, RefundStatus Status, Money Amount, string? ProcessorReference, string? Reason, RefundId? Follows);

internal sealed record LinkPicture(LinkId Id, LinkStatus Status);

internal sealed record BatchPicture(BatchId Id, BatchCounts Counts);
