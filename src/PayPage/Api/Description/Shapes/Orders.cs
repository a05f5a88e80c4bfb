#nullable disable
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PayPage.Api.Description.Shapes;

/// <summary>What is owed and for what, in a request.</summary>
internal sealed record NewOrder
{
    public required Amounts AmountDetails { get; init; }

    [MaxLength(30)]
    public IReadOnlyList<NewItem> LineItems { get; init; }

    internal sealed record Amounts
    {
        public required TypedFigure TotalAmount { get; init; }

        [MaxLength(3), Description("ISO 4217.")]
        public required string Currency { get; init; }

        public TypedFigure DiscountAmount { get; init; }

        public TypedFigure DiscountPercent { get; init; }

        public TypedFigure SubAmount { get; init; }

        [Description("The least part, where parts are allowed.")]
        public TypedFigure MinimumPartialAmount { get; init; }

        public Tax TaxDetails { get; init; }

        public Shipping Freight { get; init; }
    }

    internal sealed record Tax
    {
        public string Type { get; init; }

        public TypedFigure Amount { get; init; }

        public TypedFigure Rate { get; init; }
    }

    internal sealed record Shipping
    {
        public TypedFigure Amount { get; init; }

        public bool Taxable { get; init; }

        public TypedFigure TaxRate { get; init; }
    }

    internal sealed record NewItem
    {
        [MaxLength(255)]
        public string ProductSku { get; init; }

        [MaxLength(255)]
        public required string ProductName { get; init; }

        [Description("1 to 999999999; 1 where it is left out.")]
        public TypedFigure Quantity { get; init; }

        public required TypedFigure UnitPrice { get; init; }

        public TypedFigure DiscountAmount { get; init; }

        public TypedFigure DiscountPercent { get; init; }

        public TypedFigure TaxAmount { get; init; }

        public TypedFigure TaxRate { get; init; }

        public TypedFigure TotalAmount { get; init; }
    }
}

/// <summary>The same in an answer.</summary>
internal sealed record Order
{
    public required Amounts AmountDetails { get; init; }

    public IReadOnlyList<Item> LineItems { get; init; }

    internal sealed record Amounts
    {
        public required Figure TotalAmount { get; init; }

        public required string Currency { get; init; }

        [Description("What is left to pay.")]
        public required Figure BalanceAmount { get; init; }

        public Figure DiscountAmount { get; init; }

        public Figure DiscountPercent { get; init; }

        public Figure SubAmount { get; init; }

        public Figure MinimumPartialAmount { get; init; }

        public Tax TaxDetails { get; init; }

        public Shipping Freight { get; init; }
    }

    internal sealed record Tax
    {
        public string Type { get; init; }

        public Figure Amount { get; init; }

        public Figure Rate { get; init; }
    }

    internal sealed record Shipping
    {
        public Figure Amount { get; init; }

        public bool Taxable { get; init; }

        public Figure TaxRate { get; init; }
    }

    internal sealed record Item
    {
        public string ProductSku { get; init; }

        public required string ProductName { get; init; }

        public required long Quantity { get; init; }

        public required Figure UnitPrice { get; init; }

        public Figure DiscountAmount { get; init; }

        public Figure DiscountPercent { get; init; }

        public Figure TaxAmount { get; init; }

        public Figure TaxRate { get; init; }

        public required Figure TotalAmount { get; init; }
    }
}
