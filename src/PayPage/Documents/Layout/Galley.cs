using PayPage.Documents.Pdf;
using PayPage.Documents.Text;
using PayPage.Domain.Documents;
using PayPage.Wording;

namespace PayPage.Documents.Layout;

/// <summary>A paper while it is being set: what has been placed, and how far down the page it reaches. A new page begins where the old one is full.</summary>
internal sealed class Galley
{
    public const double Margin = 56;
    public const double Gap = 18;

    private const double Top = 46;
    private const double Foot = 36;
    private const double FootGap = 15;
    private const double RunningHeadRoom = 26;

    private readonly PdfBook _book;
    private readonly PageFurniture _furniture;
    private readonly (double Width, double Height) _size;

    /// <param name="words">Of the reader's language.</param>
    public Galley(PdfBook book, Paper paper, Words words, Ink ink, PageFurniture furniture)
    {
        (_book, Words, Ink, _furniture) = (book, words, ink, furniture);
        _size = paper == Paper.Letter ? (612, 792) : (595.28, 841.89);    // ISO 216; ANSI Y14.1
        Sheet = NewSheet();
        Y = Top;
    }

    public Words Words { get; }

    public Ink Ink { get; }

    public Sheet Sheet { get; private set; }

    /// <summary>Where the next thing goes: points from the upper edge of the page.</summary>
    public double Y { get; set; }

    /// <summary>What stands between the margins.</summary>
    public double Width => _size.Width - (2 * Margin);

    public PdfTag Root => _book.Root;

    /// <summary>Whether letters were set that no font has.</summary>
    public bool HasGaps { get; private set; }

    /// <summary>Figures stand flush right whichever way words run: so their digits stand under each other.</summary>
    public Side FigureSide => Words.IsRightToLeft ? Side.Start : Side.End;

    private double Bottom => _size.Height - Foot - FootGap;

    private TextDirection OwnDirection => Words.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight;

    /// <summary>Our own words: they run as the reader's language does.</summary>
    public List<TextLine> Say(string text, TextStyle style, double width) => Set(text, style, width, OwnDirection);

    /// <summary>Names, figures, addresses, free words: they run as their first letter does, whatever the language around them.</summary>
    public List<TextLine> Quote(string text, TextStyle style, double width) => Set(text, style, width, TextDirection.OfItsFirstLetter);

    public static double Height(IReadOnlyList<TextLine> lines) => lines.Sum(line => line.Style.Leading);

    /// <summary>Places lines under each other and goes on on the next page where they do not fit. They stand where their own direction begins.</summary>
    public void Place(IReadOnlyList<TextLine> lines, PdfTag tag)
    {
        for (var from = 0; from < lines.Count;)
        {
            Need(lines[from].Style.Leading);
            var to = from;

            for (var y = Y; to < lines.Count && y + lines[to].Style.Leading <= Bottom; to++)
            {
                y += lines[to].Style.Leading;
            }

            var side = lines[from].IsRightToLeft == Words.IsRightToLeft ? Side.Start : Side.End;
            var part = lines.Skip(from).Take(Math.Max(1, to - from)).ToList();
            Sheet.Text(part, Margin, Y, Width, side, tag);
            Y += Height(part);
            from += part.Count;
        }
    }

    /// <summary>Begins a new page unless this much room is left on this one.</summary>
    /// <returns>Whether a page was begun.</returns>
    public bool Need(double height)
    {
        if (Y + height <= Bottom || Y <= Top + RunningHeadRoom)
        {
            return false;
        }

        Sheet = NewSheet();
        Y = Top + RunningHeadRoom;
        return true;
    }

    public void Bookmark(string text) => _book.Bookmark(text, Sheet.Page, _size.Height - Y + Gap);

    public string Picture(PdfPicture picture) => _book.Pictures.Use(picture);

    /// <summary>Heads and feet of the pages, now that it is known how many there are.</summary>
    public byte[] Finish()
    {
        for (var i = 0; i < _book.Pages.Count; i++)
        {
            var sheet = new Sheet(_book.Pages[i], _book.Fonts, Words.IsRightToLeft);
            var y = _size.Height - Foot;
            var (page, pages) = (Words.Count(i + 1), Words.Count(_book.Pages.Count));
            var number = Say(Words.Say("Document.Page", ("page", page), ("pages", pages)), Ink.Small, Width / 4);
            sheet.RunningText(number, Margin, y, Width, Side.End);
            sheet.RunningText(OneLine(_furniture.Name, Ink.Small, Width * 0.7), Margin, y, Width, Side.Start);

            if (i > 0)
            {
                sheet.RunningText(OneLine(_furniture.Name, Ink.Head, Width * 0.6), Margin, Top - Gap, Width, Side.Start);
            }

            if (i > 0 && _furniture.Warning is { } warning)
            {
                sheet.RunningText(OneLine(warning, Ink.Test, Width * 0.4), Margin, Top - Gap, Width, Side.End);
            }
        }

        return _book.ToBytes();
    }

    private List<TextLine> OneLine(string text, TextStyle style, double width) => Say(text, style, width)[..1];

    private List<TextLine> Set(string text, TextStyle style, double width, TextDirection direction)
    {
        var lines = LineBreaker.Break(text, style, width, direction);
        HasGaps |= lines.Exists(line => line.Glyphs.Any(glyph => glyph.IsMissing));
        return lines;
    }

    private Sheet NewSheet() => new(_book.AddPage(_size.Width, _size.Height), _book.Fonts, Words.IsRightToLeft);
}
