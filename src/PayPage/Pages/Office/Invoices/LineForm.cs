using PayPage.Domain.Invoices.Intake;

namespace PayPage.Pages.Office.Invoices;

/// <summary>One row of the form, letter by letter.</summary>
internal sealed class LineForm
{
    public string? Sku { get; set; }

    public string? Name { get; set; }

    public string? Quantity { get; set; }

    public string? UnitPrice { get; set; }

    public string? DiscountAmount { get; set; }

    public string? DiscountPercent { get; set; }

    public string? TaxAmount { get; set; }

    public string? TaxRate { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace($"{Sku}{Name}{Quantity}{UnitPrice}{DiscountAmount}{DiscountPercent}{TaxAmount}{TaxRate}");

    /// <summary>Whether anything stands in the fields that most lines do without.</summary>
    public bool HasMore => !string.IsNullOrWhiteSpace($"{Sku}{DiscountAmount}{DiscountPercent}{TaxAmount}{TaxRate}");

    public LineProposal ToProposal() => new()
    {
        Sku = Sku,
        Name = Name,
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        DiscountAmount = DiscountAmount,
        DiscountPercent = DiscountPercent,
        TaxAmount = TaxAmount,
        TaxRate = TaxRate,
    };

    public static LineForm Of(LineProposal line) => new()
    {
        Sku = line.Sku,
        Name = line.Name,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        DiscountAmount = line.DiscountAmount,
        DiscountPercent = line.DiscountPercent,
        TaxAmount = line.TaxAmount,
        TaxRate = line.TaxRate,
    };
}
