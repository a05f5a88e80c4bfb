namespace PayPage.Domain;

/// <summary>The sums that a person may mean who types a figure to look for it: nothing is refused that could be one.</summary>
/// <remarks>Only for finding. Where money is asked for, <see cref="AmountText"/> guesses nothing.</remarks>
public static class AmountGuess
{
    private const int GroupLength = 3;
    private const int LongestFigure = 30;
    private const string Signs = "$€£¥₹₩₺₽₴₪₫฿";

    /// <param name="text">Such as <c>1250</c>, <c>1,250.00</c>, <c>1.250,00</c>, <c>$1 250</c>. <c>1,250</c> may be two things.</param>
    /// <param name="digits">How many decimals the result counts, as the currency in question has.</param>
    /// <returns>Each once; none where it is no figure, or finer than that.</returns>
    public static IReadOnlyList<long> Read(string text, int digits)
    {
        var figure = string.Concat(text.Trim().Trim(Signs.ToCharArray()).Where(c => c != '\'' && !char.IsWhiteSpace(c)));

        return figure.Length is 0 or > LongestFigure || !figure.All(c => char.IsAsciiDigit(c) || c is '.' or ',')
            ? []
            : [.. Readings(figure).Select(plain => AmountText.Read(plain, digits)).Where(r => r.Fault is null).Select(r => r.Value).Distinct()];
    }

    /// <summary>The last mark may begin the decimals, or all marks may stand between thousands.</summary>
    private static IEnumerable<string> Readings(string figure)
    {
        var last = figure.LastIndexOfAny(['.', ',']);

        if (last < 0)
        {
            yield return figure;
            yield break;
        }

        if (Whole(figure[..last], figure[last]) is { } whole)
        {
            yield return $"{whole}.{figure[(last + 1)..]}";
        }

        if (Whole(figure, null) is { } all)
        {
            yield return all;
        }
    }

    /// <param name="taken">The mark before the decimals, which cannot be that between thousands too.</param>
    /// <returns>The digits alone; null where they are not in groups as thousands are.</returns>
    private static string? Whole(string figure, char? taken)
    {
        var mark = figure.FirstOrDefault(c => !char.IsAsciiDigit(c));

        if (mark == default)
        {
            return figure;
        }

        var groups = figure.Split(mark);
        var asThousands = mark != taken && groups[0].Length is > 0 and <= GroupLength
            && groups.Skip(1).All(group => group.Length == GroupLength && group.All(char.IsAsciiDigit));

        return asThousands ? string.Concat(groups) : null;
    }
}
