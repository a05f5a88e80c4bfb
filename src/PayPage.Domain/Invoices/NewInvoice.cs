using PayPage.Domain.Batches;
using PayPage.Domain.Invoices.Fields;

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

    /// <summary>See <see cref="Invoice.ExpiresAt"/>.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public required DeliveryMode Delivery { get; init; }

    /// <summary>False: it stays a draft.</summary>
    public bool Publish { get; init; }

    public string? Language { get; init; }

    public string? TransactionReference { get; init; }

    public bool AsksPhone { get; init; }

    public bool AsksShipping { get; init; }

    /// <summary>What stands in the merchant's own fields; null: what stands there already, and in a new invoice nothing.</summary>
    public IReadOnlyList<FieldValue>? Fields { get; init; }

    public BatchId? BatchId { get; init; }

    /// <summary>See <see cref="Invoice.PartnerDeveloperId"/>.</summary>
    public string? PartnerDeveloperId { get; init; }

    public string? PartnerSolutionId { get; init; }

    /// <summary>Whether mails and papers carry a link to pay it; null: as the merchant and the customer have it.</summary>
    public bool? IncludesLink { get; init; }

    /// <summary>Whether it goes out as soon as it is published. False: <see cref="Delivery"/> is remembered for the day on which it is sent.</summary>
    public bool Deliver { get; init; } = true;

    /// <summary>The same key twice makes one invoice; null: nothing is known of the request. See <see cref="Invoice.CreationKey"/>.</summary>
    public string? CreationKey { get; init; }

    /// <summary>The least a payer may pay at once, in minor units: all of it where parts are not allowed.</summary>
    public long MinimumPayment => AllowsParts ? Math.Max(1, MinimumPart ?? 1) : Amounts.Total;

    /// <summary>An invoice that is there, as one would want it again.</summary>
    /// <remarks>Without a caller's own subtotal, which was only kept to be given back, and without what belongs to its coming into being. The instant within its last day is not said again: who keeps the day keeps it.</remarks>
    public static NewInvoice Like(Invoice invoice) => new()
    {
        Number = invoice.Number,
        BillTo = invoice.BillTo,
        Currency = invoice.Currency,
        Amounts = invoice.Amounts with { CallersSubtotal = null },
        Lines = invoice.Lines,
        AllowsParts = invoice.AllowsParts,
        MinimumPart = invoice.AllowsParts && invoice.MinimumPayment > 1 ? invoice.MinimumPayment : null,
        Description = invoice.Description,
        Instructions = invoice.Instructions,
        DueDate = invoice.DueDate,
        ExpirationDate = invoice.ExpirationDate,
        Delivery = invoice.Delivery,
        Language = invoice.Language,
        TransactionReference = invoice.TransactionReference,
        AsksPhone = invoice.AsksPhone,
        AsksShipping = invoice.AsksShipping,
        IncludesLink = invoice.IncludesLink,
        Fields = invoice.Fields,
    };
}
