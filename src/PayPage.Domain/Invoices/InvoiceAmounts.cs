namespace PayPage.Domain.Invoices;

/// <summary>How an invoice's total comes about. Minor units of its currency, none negative.</summary>
/// <remarks>Total = lines - discount + tax + freight + tax on freight.</remarks>
public sealed record InvoiceAmounts
{
    /// <summary>Sum of the line totals; for an invoice without lines, what makes the total come out.</summary>
    public required long Lines { get; init; }

    public long Discount { get; init; }

    public Rate? DiscountRate { get; init; }

    public long Tax { get; init; }

    public Rate? TaxRate { get; init; }

    /// <summary>The merchant's word for it, e.g. <c>State Tax</c>.</summary>
    public string? TaxType { get; init; }

    public long Freight { get; init; }

    public bool FreightTaxable { get; init; }

    public Rate? FreightTaxRate { get; init; }

    public long FreightTax { get; init; }

    /// <summary>A subtotal that the caller's system shows; kept only to be given back.</summary>
    public long? CallersSubtotal { get; init; }

    public long Total => Lines - Discount + Tax + Freight + FreightTax;
}
