namespace PayPage.Domain.Payments;

/// <summary>How money came that went past us, as a person recorded it.</summary>
public enum OutsideKind
{
    Cash,
    Cheque,
    Transfer,
}

/// <summary>By what means money came past us. Written as text where a card's brand and last digits stand for other payments.</summary>
/// <param name="Number">Of the cheque or the transfer; null where there is none.</param>
public sealed record OutsideMeans(OutsideKind Kind, string? Number)
{
    public const int NumberLength = 50;

    private static readonly Dictionary<OutsideKind, string> Names = new()
    {
        [OutsideKind.Cash] = "Cash",
        [OutsideKind.Cheque] = "Cheque",
        [OutsideKind.Transfer] = "Bank transfer",
    };

    /// <summary><c>Cash</c>, <c>Cheque 100234</c>, <c>Bank transfer</c>.</summary>
    public override string ToString() => Number is null ? Names[Kind] : $"{Names[Kind]} {Number}";

    /// <param name="instrument">What stands in a payment or a receipt; null where nothing does.</param>
    /// <returns>Null for what no person recorded: a card, a bank.</returns>
    public static OutsideMeans? Read(string? instrument)
    {
        foreach (var (kind, name) in Names)
        {
            if (instrument == name)
            {
                return new OutsideMeans(kind, null);
            }

            if (instrument?.StartsWith($"{name} ", StringComparison.Ordinal) == true)
            {
                return new OutsideMeans(kind, instrument[(name.Length + 1)..]);
            }
        }

        return null;
    }
}
