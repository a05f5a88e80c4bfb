namespace PayPage.Domain;

/// <summary>Reads a plain figure that a person or a machine wrote, without any culture's habits.</summary>
/// <remarks>Own code, because <c>decimal.Parse</c> takes "1,234" for 1234 or for 1.234 by culture and lets other scripts through.</remarks>
public static class AmountText
{
    // long.MaxValue has 19 digits; one fewer can never overflow while digits are added one by one.
    private const int MostDigits = 18;

    /// <param name="text">ASCII digits, at most one <c>.</c> (or <c>,</c> where <paramref name="commaToo"/>), nothing else.</param>
    /// <param name="digits">How many decimals the result counts, e.g. 2 turns "12.5" into 1250.</param>
    /// <param name="commaToo">People on half of the planet write 12,50.</param>
    public static Reading Read(string? text, int digits, bool commaToo = false)
    {
        var trimmed = text?.Trim() ?? "";

        if (trimmed.Length == 0)
        {
            return new Reading(Fault.Missing);
        }

        if (trimmed[0] == '-')
        {
            return new Reading(Read(trimmed[1..], digits, commaToo).Fault is Fault.NotANumber or Fault.Missing
                ? Fault.NotANumber
                : Fault.Negative);
        }

        var point = trimmed.IndexOfAny(commaToo ? ['.', ','] : ['.']);
        var whole = point < 0 ? trimmed : trimmed[..point];
        var fraction = point < 0 ? "" : trimmed[(point + 1)..];

        if (whole.Length == 0 || (point >= 0 && fraction.Length == 0) || !whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit))
        {
            return new Reading(Fault.NotANumber);
        }

        // A person who writes 2,500 may mean two and a half thousand: where three digits follow, nothing is guessed.
        if (commaToo && (fraction.Length > digits || (fraction.Length == 3 && trimmed[point] == ',')))
        {
            return new Reading(fraction.Length == 3 ? Fault.Ambiguous : Fault.TooManyDecimals);
        }

        // From a machine "12.500" is twelve and a half in any currency: zeros at the end claim nothing.
        var meant = fraction.TrimEnd('0');

        if (meant.Length > digits)
        {
            return new Reading(Fault.TooManyDecimals);
        }

        var all = (whole.TrimStart('0') + meant.PadRight(digits, '0')).TrimStart('0');

        return all.Length > MostDigits
            ? new Reading(Fault.TooLarge)
            : new Reading(null, all.Aggregate(0L, (sum, digit) => (sum * 10) + (digit - '0')));
    }

    public enum Fault
    {
        Missing,
        NotANumber,
        Negative,
        TooManyDecimals,

        /// <summary>Thousands or decimals: nobody can tell.</summary>
        Ambiguous,
        TooLarge,
    }

    /// <param name="Fault">Null when it was read.</param>
    /// <param name="Value">In the smallest unit that was asked for; 0 when there is a fault.</param>
    public readonly record struct Reading(Fault? Fault, long Value = 0);
}
