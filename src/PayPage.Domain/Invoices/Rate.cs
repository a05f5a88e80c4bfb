namespace PayPage.Domain.Invoices;

/// <summary>A share in percent, exact to five decimals: 8.25 % is 825,000.</summary>
/// <param name="Value">Hundred-thousandths of one percent; 0 or more.</param>
public readonly record struct Rate(long Value)
{
    public const int Digits = 5;

    /// <summary>100 %.</summary>
    public static readonly Rate Whole = new(100 * 100_000);

    /// <summary>That share of an amount, rounded half away from zero to the minor unit.</summary>
    public long Of(long minor) => Rounding.HalfAwayFromZero((Int128)minor * Value, Whole.Value);
}
