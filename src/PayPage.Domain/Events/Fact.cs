using PayPage.Domain.Batches;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Webhooks;

namespace PayPage.Domain.Events;

/// <summary>What a unit of work did that the merchant's systems are to hear of. It becomes a <see cref="MerchantEvent"/> last of all, when the books are as they stay.</summary>
/// <param name="Type">Of money that came, <see cref="EventType.InvoicePaid"/>: the sums say whether in full, in part or not at all.</param>
public sealed record Fact(EventType Type, MerchantId MerchantId, Mode Mode)
{
    public InvoiceId? InvoiceId { get; init; }

    public LinkId? LinkId { get; init; }

    public PaymentId? PaymentId { get; init; }

    public DisputeId? DisputeId { get; init; }

    public RefundId? RefundId { get; init; }

    public BatchId? BatchId { get; init; }

    public BatchCounts? Batch { get; init; }

    /// <summary>What had been paid before the money came that this tells of; minor units.</summary>
    public long? PaidBefore { get; init; }

    /// <summary>The one endpoint that it is for; null: each that wants its type.</summary>
    public WebhookEndpointId? Only { get; init; }
}

/// <summary>How a batch fared.</summary>
/// <param name="Reference">The merchant's own name for it; null where there is none.</param>
/// <param name="Rows">In the file.</param>
/// <param name="Good">Rows of which an invoice can be made.</param>
/// <param name="Bad">Rows of which none can.</param>
/// <param name="Created">Invoices that were made.</param>
/// <param name="Rejected">Good rows of which none was made all the same, such as of a number that was taken meanwhile.</param>
public sealed record BatchCounts(string? Reference, int Rows, int Good, int Bad, int Created, int Rejected);
