namespace PayPage.Domain.Processors;

/// <summary>What can be paid through the account that a merchant's invoices go through.</summary>
/// <param name="Processor">As people know it.</param>
/// <param name="LimitsOf">Null for a currency that it cannot take.</param>
public sealed record Takes(string Processor, Func<Currency, AmountLimits?> LimitsOf)
{
    /// <summary>Where no processor has a say.</summary>
    public static readonly Takes Anything = new("", _ => AmountLimits.None);
}
