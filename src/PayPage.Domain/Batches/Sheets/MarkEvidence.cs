using System.Globalization;
using System.Text.RegularExpressions;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>Finds out of a file's own figures what its decimal mark is. What no figure proves is asked, not guessed.</summary>
public sealed partial class MarkEvidence
{
    private (int Line, string Text)? _point;
    private (int Line, string Text)? _comma;
    private (int Line, string Text)? _open;

    private enum Kind
    {
        Nothing,
        ProvesPoint,
        ProvesComma,
        Open,
    }

    public void See(int line, string text)
    {
        switch (KindOf(text.Trim()))
        {
            case Kind.ProvesPoint:
                _point ??= (line, text.Trim());
                break;
            case Kind.ProvesComma:
                _comma ??= (line, text.Trim());
                break;
            case Kind.Open:
                _open ??= (line, text.Trim());
                break;
            case Kind.Nothing:
                break;
        }
    }

    /// <summary>Whether no figure had anything to do with a mark.</summary>
    public bool IsEmpty => (_point, _comma, _open) is (null, null, null);

    /// <returns>Null as the mark: nobody can be sure.</returns>
    public (DecimalMark? Mark, Finding Finding) Conclude() => (_point, _comma, _open) switch
    {
        ({ } point, null, _) => (DecimalMark.Point, Say($"Decimals stand behind a point: line {point.Line} has {point.Text}.")),
        (null, { } comma, _) => (DecimalMark.Comma, Say($"Decimals stand behind a comma: line {comma.Line} has {comma.Text}.")),
        ({ } point, { } comma, _) =>
            (null, Say($"Line {point.Line} has {point.Text} and line {comma.Line} has {comma.Text}: one of them is a slip. Which way is meant?")),
        (null, null, { } open) =>
            (null, Say($"Line {open.Line} has {open.Text}: that can be a thousand or more, or one with three decimals. No other figure tells which.")),
        _ => (DecimalMark.Point, Say($"No figure has decimals, so it makes no difference.")),
    };

    private static Finding Say(FormattableString sentence) => new(FileAspect.DecimalMark, sentence.ToString(CultureInfo.InvariantCulture));

    private static Kind KindOf(string text) =>
        Point().IsMatch(text) ? Kind.ProvesPoint
        : Comma().IsMatch(text) ? Kind.ProvesComma
        : Either().IsMatch(text) ? Kind.Open
        : Kind.Nothing;

    // One or two decimals, or four and more; three behind what cannot be thousands; thousands behind the other mark.
    [GeneratedRegex(@"^(?:[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0[0-9]*\.[0-9]{3}|[0-9]{4,}\.[0-9]{3}|[1-9][0-9]{0,2}(?:[,\u0020\u00A0\u2009\u202F'\u2019][0-9]{3})+\.[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,})$", RegexOptions.NonBacktracking)]
    private static partial Regex Point();

    [GeneratedRegex(@"^(?:[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|0[0-9]*,[0-9]{3}|[0-9]{4,},[0-9]{3}|[1-9][0-9]{0,2}(?:[.\u0020\u00A0\u2009\u202F'\u2019][0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,})$", RegexOptions.NonBacktracking)]
    private static partial Regex Comma();

    [GeneratedRegex(@"^[1-9][0-9]{0,2}[.,][0-9]{3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Either();
}
