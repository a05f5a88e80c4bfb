using System.Globalization;
using System.Text;
using PayPage.Documents.Pdf;
using PayPage.Documents.Text;
using PayPage.Domain.Merchants;

namespace PayPage.Documents.Layout;

/// <summary>
/// A page to draw on, in points from its upper start corner: that is the upper left one, and the upper right one of papers in Arabic or Hebrew.
/// So nothing that is drawn need know which way its reader reads.
/// </summary>
internal sealed class Sheet(PdfPage page, PdfFonts fonts, bool isMirrored)
{
    // A capital letter's height of the type's size: with it, words stand in the middle of their line.
    private const double CapHeight = 0.714;

    // How far the handles of a quarter circle's Bézier curve lie from its ends.
    private const double Roundness = 0.5523;

    public PdfPage Page { get; } = page;

    public void Begin(PdfTag? tag)
    {
        if (tag is null)
        {
            Page.BeginArtifact();
        }
        else
        {
            Page.Begin(tag);
        }
    }

    /// <summary>Words, line under line.</summary>
    /// <param name="y">Upper edge of the first line.</param>
    /// <param name="tag">What they are; null for furniture.</param>
    public void Text(IReadOnlyList<TextLine> lines, double x, double y, double width, Side side, PdfTag? tag)
    {
        Begin(tag);
        Paint(lines, x, y, width, side);
        Page.End();

        foreach (var line in lines)
        {
            tag?.Say(line.Text, line.IsTurned);
        }
    }

    /// <summary>The same at the edge of each page.</summary>
    public void RunningText(IReadOnlyList<TextLine> lines, double x, double y, double width, Side side)
    {
        Page.BeginArtifact(repeats: true);
        Paint(lines, x, y, width, side);
        Page.End();
    }

    public void Rule(double x, double y, double width, BrandColor color, double thickness = 0.5)
    {
        var (left, bottom) = (Left(x, width), Page.Height - y);
        Artifact($"{Fill(color)} {Numbers(left, bottom - thickness, width, thickness)} re f");
    }

    /// <summary>A ground with round corners.</summary>
    public void Box(double x, double y, double width, double height, double radius, BrandColor color) =>
        Artifact($"{Fill(color)} {Rounded(Left(x, width), Page.Height - y - height, width, height, radius)} f");

    /// <summary>What is painted in its own coordinates, in a square of one by one with its origin in the left bottom corner.</summary>
    public void Unit(double x, double y, double width, double height, string operators, PdfTag tag)
    {
        var (left, bottom) = (Left(x, width), Page.Height - y - height);
        tag.Box = [left, bottom, left + width, bottom + height];
        Page.Begin(tag);
        Page.Paint($"q {Numbers(width, 0, 0, height, left, bottom)} cm {operators} Q");
        Page.End();
    }

    public void Link(double x, double y, double width, double height, Uri address, string text, PdfTag tag)
    {
        var left = Left(x, width);
        Page.Add(new PdfLink(left, Page.Height - y - height, left + width, Page.Height - y, address, text, tag));
    }

    public static string Fill(BrandColor color) => string.Create(
        CultureInfo.InvariantCulture, $"{color.Red / 255.0:0.###} {color.Green / 255.0:0.###} {color.Blue / 255.0:0.###} rg");

    private void Artifact(string operators)
    {
        Page.BeginArtifact();
        Page.Paint(operators);
        Page.End();
    }

    private double Left(double x, double width) => isMirrored ? Page.Width - x - width : x;

    private void Paint(IReadOnlyList<TextLine> lines, double x, double y, double width, Side side)
    {
        foreach (var line in lines.Where(line => line.Glyphs.Count > 0))
        {
            var start = side switch { Side.Start => x, Side.Middle => x + ((width - line.Width) / 2), _ => x + width - line.Width };
            var baseline = Page.Height - y - (line.Style.Leading / 2) - (line.Style.Size * CapHeight / 2);
            Page.Paint($"{Fill(line.Style.Color)} BT 1 0 0 1 {Numbers(Left(start, line.Width), baseline)} Tm{Glyphs(line)} ET");
            y += line.Style.Leading;
        }
    }

    private StringBuilder Glyphs(TextLine line)
    {
        var written = new StringBuilder();
        string? font = null;

        for (var i = 0; i < line.Glyphs.Count; i++)
        {
            var glyph = line.Glyphs[i];
            var (name, subset) = fonts.Use(glyph.Font);

            if (name != font)
            {
                written.Append(font is null ? "" : ">Tj").Append(CultureInfo.InvariantCulture, $" /{name} {line.Style.Size:0.##} Tf<");
                font = name;
            }

            written.Append(CultureInfo.InvariantCulture, $"{subset.NumberOf(glyph.Glyph, glyph.Text, glyph.IsMark ? ShiftOf(line.Glyphs, i) : 0):X4}");
        }

        return written.Append(">Tj");
    }

    /// <summary>How far a mark must move from the pen to stand over the middle of its letter, in the font's units.</summary>
    private static int ShiftOf(IReadOnlyList<ShapedGlyph> glyphs, int mark)
    {
        var (step, at) = (glyphs[mark].Level % 2 == 1 ? 1 : -1, mark);

        while (at >= 0 && at < glyphs.Count && glyphs[at].IsMark)
        {
            at += step;
        }

        // The pen stands at the letter's beginning where the letter is still to come, else at its end.
        return at < 0 || at == glyphs.Count ? 0 : Middle(glyphs[at]) - Middle(glyphs[mark]) - (step < 0 ? glyphs[at].Font.Advance(glyphs[at].Glyph) : 0);
    }

    private static int Middle(ShapedGlyph glyph)
    {
        var (left, right) = glyph.Font.Extent(glyph.Glyph);
        return (left + right) / 2;
    }

    private static string Rounded(double left, double bottom, double width, double height, double radius)
    {
        var (right, top, handle) = (left + width, bottom + height, radius * (1 - Roundness));
        return string.Join(
            ' ',
            $"{Numbers(left + radius, bottom)} m {Numbers(right - radius, bottom)} l",
            $"{Numbers(right - handle, bottom, right, bottom + handle, right, bottom + radius)} c {Numbers(right, top - radius)} l",
            $"{Numbers(right, top - handle, right - handle, top, right - radius, top)} c {Numbers(left + radius, top)} l",
            $"{Numbers(left + handle, top, left, top - handle, left, top - radius)} c {Numbers(left, bottom + radius)} l",
            $"{Numbers(left, bottom + handle, left + handle, bottom, left + radius, bottom)} c h");
    }

    private static string Numbers(params ReadOnlySpan<double> values)
    {
        var text = new StringBuilder();

        foreach (var value in values)
        {
            text.Append(text.Length > 0 ? " " : "").Append(PdfSyntax.Number(value));
        }

        return text.ToString();
    }
}
