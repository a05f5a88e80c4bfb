using PayPage.Domain.Batches;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Domain.Events;

/// <summary>A fact as it is told to the merchant's systems, written in the transaction that made it one. Never changed; removed when it is too old.</summary>
public sealed class MerchantEvent
{
    /// <summary>Bytes of a body, less than the 20 kB of Standard Webhooks. Ours have about one thousand.</summary>
    public const int MostBytes = 20_000;

    public required MerchantEventId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>1, 2, 3 and so on for each merchant and mode, without a gap, in the order in which the facts were committed.</summary>
    public required long Sequence { get; init; }

    public required EventType Type { get; init; }

    public InvoiceId? InvoiceId { get; init; }

    /// <summary>1, 2, 3 and so on for each invoice, without a gap; null where no invoice is meant.</summary>
    public long? InvoiceSequence { get; init; }

    public LinkId? LinkId { get; init; }

    public PaymentId? PaymentId { get; init; }

    public BatchId? BatchId { get; init; }

    /// <summary>JSON, byte by byte as it is sent and as the feed shows it. No card data, no names, no addresses, no link.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }
}
