using System.Buffers;
using System.Text;

namespace PayPage.Domain.Csv;

/// <summary>One cell of a CSV file that a person may open in a spreadsheet: quoted by RFC 4180, and text that cannot become a formula there.</summary>
/// <remarks>
/// A spreadsheet computes what begins with = + - or @, in some countries their full-width forms too, and what stands behind a tab or a line
/// break at the beginning. Such text gets an apostrophe in front: it is shown, and nothing is computed. Nothing is escaped when it comes in,
/// so what is stored is what was typed. Figures and instants of our own making are no text: a negative amount stays a number.
/// </remarks>
public readonly record struct CsvCell
{
    private const char Guard = '\'';
    private const string Starters = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\0";

    // Where other separators are usual, a spreadsheet cuts our cells in pieces at theirs, quotes or not: a piece is a cell too.
    private const string Cutters = ";\t\r\n";

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;\"\t\r\n");
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.-+:TZ");

    private readonly string? _content;

    private CsvCell(string content) => _content = content;

    public static CsvCell Empty => default;

    /// <summary>Words that somebody wrote.</summary>
    /// <param name="text">As it is stored; null gives an empty cell.</param>
    public static CsvCell Text(string? text) => new(Harmless(text ?? ""));

    /// <summary>A figure, date or instant of our own making, e.g. <c>-12.50</c> or <c>2026-03-29T09:00:00+02:00</c>: written as it is.</summary>
    /// <exception cref="InvariantException">It holds anything but digits, signs, points, colons, T and Z: whatever it is, it is not that.</exception>
    public static CsvCell Figure(string figure) => figure.AsSpan().ContainsAnyExcept(Figures)
        ? throw new InvariantException("A cell that was said to be a figure is none.")
        : new CsvCell(figure);

    /// <summary>The way back, for a file of ours that was mended and comes in again: without the apostrophes that kept it from being computed.</summary>
    public static string Unguarded(string content)
    {
        if (!content.Contains(Guard, StringComparison.Ordinal))
        {
            return content;
        }

        var begins = true;
        var meant = new StringBuilder(content.Length);

        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];

            if (begins && c == Guard && i + 1 < content.Length && Starters.Contains(content[i + 1], StringComparison.Ordinal))
            {
                begins = false;
                continue;
            }

            meant.Append(c);
            begins = Cutters.Contains(c, StringComparison.Ordinal) || (begins && (c == ' ' || c == '\u00A0' || c == '"'));
        }

        return meant.ToString();
    }

    /// <summary>What it says, before quotes.</summary>
    public string Content => _content ?? "";

    /// <summary>As it stands in the file: in quotes where a separator, a quote or a line break is in it.</summary>
    public override string ToString() => Content.AsSpan().ContainsAny(NeedsQuotes) || Content is [' ', ..] or [.., ' ']
        ? $"\"{Content.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : Content;

    private static string Harmless(string text)
    {
        var begins = true;    // so far nothing but spaces in this piece
        StringBuilder? guarded = null;

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];

            if (begins && Starters.Contains(c, StringComparison.Ordinal) && !(i > 0 && Cutters.Contains(c, StringComparison.Ordinal)))
            {
                guarded ??= new StringBuilder(text, 0, i, text.Length + 4);
                guarded.Append(Guard);
                begins = false;
            }

            guarded?.Append(c);
            begins = Cutters.Contains(c, StringComparison.Ordinal) || (begins && (c == ' ' || c == '\u00A0' || c == '"'));
        }

        return guarded?.ToString() ?? text;
    }
}
