using System.Globalization;
using System.Text.RegularExpressions;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>Makes the figures and dates of a file plain, once it is known how the file writes them. Nothing is guessed here.</summary>
public static partial class FileFigures
{
    private const int LongestFigure = 40;
    private const int GroupLength = 3;

    /// <returns>With a point and without groups; null where it does not fit what the file writes elsewhere.</returns>
    public static string? Plain(string text, DecimalMark mark)
    {
        var typed = text.Trim();

        if (typed.Length is 0 or > LongestFigure || !typed.All(c => char.IsAsciiDigit(c) || IsMark(c)))
        {
            return typed;    // no figure at all: the judge says so
        }

        var match = (mark == DecimalMark.Point ? PointFigure() : CommaFigure()).Match(typed);

        if (!match.Success)
        {
            return null;
        }

        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        return match.Groups["part"] is { Success: true, Value: var part } ? $"{whole}.{part}" : whole;
    }

    /// <summary>Whether three digits stand behind the mark where thousands could stand: somebody who writes the other mark may have slipped.</summary>
    public static bool MayBeThousands(string text, DecimalMark mark) =>
        text.Trim() is var typed && typed.Length > GroupLength && typed[^(GroupLength + 1)] == (mark == DecimalMark.Point ? '.' : ',')
        && typed.Length <= (2 * GroupLength) + 1 && typed[0] != '0' && typed.Where((_, place) => place != typed.Length - GroupLength - 1).All(char.IsAsciiDigit);

    /// <summary>Whether it has no signs between thousands.</summary>
    public static bool IsPlain(string text, DecimalMark mark) => !text.Trim().Any(c => IsMark(c) && c != (mark == DecimalMark.Point ? '.' : ','));

    /// <param name="digits">Of the currency.</param>
    /// <returns>Minor units as a plain figure of major ones; null where it is no whole number.</returns>
    public static string? FromMinor(string text, int digits)
    {
        var typed = text.Trim();

        if (typed.Length is 0 or > LongestFigure)
        {
            return typed;
        }

        if (!typed.All(char.IsAsciiDigit))
        {
            return null;
        }

        var padded = typed.PadLeft(digits + 1, '0');
        return digits == 0 ? padded : $"{padded[..^digits]}.{padded[^digits..]}";
    }

    /// <returns>As YYYY-MM-DD where it is a date as this file writes them; else as it stands, for the judge.</returns>
    public static string Date(string text, DateOrder order)
    {
        var typed = text.Trim();

        if (YearFirst().IsMatch(typed))
        {
            return typed.Replace('/', '-').Replace('.', '-');
        }

        // Whose day and month are the same number is the same date both ways.
        if (DateEvidence.Parts(typed) is not var (first, second) || (order == DateOrder.YearFirst && first != second))
        {
            return typed;
        }

        var (day, month) = order == DateOrder.MonthFirst ? (second, first) : (first, second);
        return string.Create(CultureInfo.InvariantCulture, $"{typed[^4..]}-{month:D2}-{day:D2}");
    }

    private static bool IsMark(char c) => c is '.' or ',' or ' ' or '\u00A0' or '\u2009' or '\u202F' or '\'' or '\u2019';

    [GeneratedRegex(@"^(?<whole>[0-9]+|[1-9][0-9]{0,2}(?<mark>[,\u0020\u00A0\u2009\u202F'\u2019])[0-9]{3}(?:\k<mark>[0-9]{3})*)(?:\.(?<part>[0-9]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PointFigure();

    [GeneratedRegex(@"^(?<whole>[0-9]+|[1-9][0-9]{0,2}(?<mark>[.\u0020\u00A0\u2009\u202F'\u2019])[0-9]{3}(?:\k<mark>[0-9]{3})*)(?:,(?<part>[0-9]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex CommaFigure();

    [GeneratedRegex("^[0-9]{4}[-/.][0-9]{2}[-/.][0-9]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex YearFirst();
}
