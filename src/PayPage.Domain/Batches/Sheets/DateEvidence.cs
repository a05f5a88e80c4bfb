using System.Globalization;
using System.Text.RegularExpressions;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>Finds out of a file's own dates whether the day or the month stands first. What no date proves is asked, not guessed.</summary>
public sealed partial class DateEvidence
{
    private const int Months = 12;

    private (int Line, string Text)? _day;
    private (int Line, string Text)? _month;
    private (int Line, string Text)? _open;

    public void See(int line, string text)
    {
        if (Parts(text) is not var (first, second))
        {
            return;
        }

        if (first > Months && second <= Months)
        {
            _day ??= (line, text.Trim());
        }
        else if (second > Months && first <= Months)
        {
            _month ??= (line, text.Trim());
        }
        else if (first <= Months && second <= Months && first != second)
        {
            _open ??= (line, text.Trim());
        }
    }

    /// <returns>Null as the order: nobody can be sure.</returns>
    public (DateOrder? Order, Finding Finding) Conclude() => (_day, _month, _open) switch
    {
        ({ } day, null, _) => (DateOrder.DayFirst, Say($"The day stands first: line {day.Line} has {day.Text}.")),
        (null, { } month, _) => (DateOrder.MonthFirst, Say($"The month stands first: line {month.Line} has {month.Text}.")),
        ({ } day, { } month, _) =>
            (null, Say($"Line {day.Line} has {day.Text} and line {month.Line} has {month.Text}: one of them is a slip. Which way is meant?")),
        (null, null, { } open) => (null, Say($"Line {open.Line} has {open.Text}: day or month may stand first. No other date tells which.")),
        _ => (DateOrder.YearFirst, Say($"Dates are written as 2026-12-31, or cannot be taken for others.")),
    };

    /// <returns>Two numbers before a year of four digits; null for anything else.</returns>
    internal static (int First, int Second)? Parts(string text)
    {
        var match = Written().Match(text.Trim());

        return match.Success
            ? (int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["second"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    private static Finding Say(FormattableString sentence) => new(FileAspect.DateOrder, sentence.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("^(?<first>[0-9]{1,2})[./-](?<second>[0-9]{1,2})[./-][0-9]{4}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
