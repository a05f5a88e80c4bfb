namespace PayPage.Domain.Invoices;

/// <summary>One row of an invoice. Total = unit price x quantity - discount + tax.</summary>
public sealed class InvoiceLine
{
    public const int MostPerInvoice = 30;
    public const int NameLength = 255;
    public const int SkuLength = 255;
    public const long MostQuantity = 999_999_999;

    /// <summary>Unit prices may be finer than the currency: six decimals of its major unit.</summary>
    public const int PriceDigits = 6;

    private const long MicrosPerOne = 1_000_000;

    /// <summary>1 for the first.</summary>
    public required int Position { get; init; }

    public required string Name { get; init; }

    public string? Sku { get; init; }

    public required long Quantity { get; init; }

    /// <summary>Millionths of the currency's major unit: 12.05 is 12,050,000 whatever the currency.</summary>
    public required long UnitPriceMicros { get; init; }

    /// <summary>Minor units taken off this line.</summary>
    public long Discount { get; init; }

    /// <summary>Null where the discount was given as an amount.</summary>
    public Rate? DiscountRate { get; init; }

    /// <summary>Minor units put on this line.</summary>
    public long Tax { get; init; }

    /// <summary>Null where the tax was given as an amount.</summary>
    public Rate? TaxRate { get; init; }

    /// <summary>Minor units.</summary>
    public required long Total { get; init; }

    /// <summary>Unit price x quantity in minor units, rounded half away from zero.</summary>
    /// <exception cref="OverflowException">Beyond what a <see cref="long"/> holds.</exception>
    public static long Gross(long unitPriceMicros, long quantity, Currency currency) =>
        Rounding.HalfAwayFromZero((Int128)unitPriceMicros * quantity * currency.UnitsPerOne, MicrosPerOne);
}
