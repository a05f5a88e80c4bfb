using PayPage.Domain.Batches;

namespace PayPage.Domain.Invoices;

/// <summary>An invoice as somebody wants it, checked in itself: every rule holds that needs no database.</summary>
public sealed record NewInvoice
{
    /// <summary>Null: we give it one.</summary>
    public string? Number { get; init; }

    public required BillTo BillTo { get; init; }

    public required Currency Currency { get; init; }

    public required InvoiceAmounts Amounts { get; init; }

    public required IReadOnlyList<InvoiceLine> Lines { get; init; }

    public bool AllowsParts { get; init; }

    /// <summary>Minor units; null where parts may be of any size (or are not allowed).</summary>
    public long? MinimumPart { get; init; }

    public string? Description { get; init; }

    public string? Instructions { get; init; }

    public required DateOnly DueDate { get; init; }

    public DateOnly? ExpirationDate { get; init; }

    public required DeliveryMode Delivery { get; init; }

    /// <summary>False: it stays a draft.</summary>
    public bool Publish { get; init; }

    public string? Language { get; init; }

    public string? TransactionReference { get; init; }

    public bool AsksPhone { get; init; }

    public bool AsksShipping { get; init; }

    public BatchId? BatchId { get; init; }
}
