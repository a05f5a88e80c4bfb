namespace PayPage.Domain.Processors;

/// <summary>What a processor can take at once in one currency.</summary>
/// <param name="Least">Minor units, 1 or more.</param>
/// <param name="Most">Minor units.</param>
/// <param name="Step">Amounts are multiples of this many minor units: 10 where the last of three decimals must be 0.</param>
public sealed record AmountLimits(long Least, long Most, long Step)
{
    public static readonly AmountLimits None = new(1, Money.MostMinor, 1);
}
