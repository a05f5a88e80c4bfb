using System.Text;
using PayPage.Documents.Fonts;

namespace PayPage.Documents.Text;

/// <summary>Finds the pictures for a paragraph's letters: Arabic joined, brackets turned round where text runs from right to left.</summary>
internal static class Shaper
{
    // A picture of two letters stands for the first of them, and this blank for the second: so each can be read back in its place.
    private const int ZeroWidthSpace = 0x200B;

    /// <param name="paragraph">No line breaks in it.</param>
    /// <returns>In reading order; and the paragraph's own level.</returns>
    public static (List<ShapedGlyph> Glyphs, byte Base) Shape(string paragraph, TypeFamily family, TextDirection direction)
    {
        var text = paragraph.EnumerateRunes().Select(rune => rune.Value).ToArray();
        var (levels, own) = BidiParagraph.Resolve(text, direction);
        var glyphs = new List<ShapedGlyph>(text.Length);
        ShapedGlyph? lam = null;    // the one before, if it was drawn together with the alef that comes now

        for (var i = 0; i < text.Length; i++)
        {
            var kind = BidiClasses.Of(text[i]);

            if (kind == BidiClass.NSM)
            {
                AddMark(glyphs, text[i], levels[i], family);
                continue;
            }

            if (IsInvisible(kind))
            {
                continue;
            }

            var (before, next) = (Neighbour(text, i, -1), Neighbour(text, i, 1));

            if (lam is { } joined)
            {
                glyphs.Add(joined with { Glyph = joined.Font.GlyphOf(ZeroWidthSpace), Text = Letters(text[i]) });
                lam = null;
                continue;
            }

            var ligature = ArabicForms.LamAlef(text[i], next, before);
            var shape = ligature ?? ArabicForms.Of(text[i], before, next);
            glyphs.Add(Glyph(levels[i] % 2 == 1 ? BidiBrackets.Mirrored(shape) : shape, Letters(text[i]), levels[i], kind, family));
            lam = ligature is null ? null : glyphs[^1];
        }

        return (glyphs, own);
    }

    private static ShapedGlyph Glyph(int shape, string text, byte level, BidiClass kind, TypeFamily family) => family.Find(shape) is var (font, glyph)
        ? new ShapedGlyph(font, glyph, text, level, kind, IsMark: false, IsMissing: false)
        : new ShapedGlyph(family.Missing.Font, family.Missing.Glyph, text, level, kind, IsMark: false, IsMissing: true);

    /// <summary>A mark stands on the glyph before it. One without a picture still belongs to that glyph's text.</summary>
    private static void AddMark(List<ShapedGlyph> glyphs, int mark, byte level, TypeFamily family)
    {
        if (glyphs.Count == 0)
        {
            return;    // on nothing
        }

        if (!glyphs[^1].IsMissing && family.Find(mark) is var (font, glyph))
        {
            glyphs.Add(new ShapedGlyph(font, glyph, Letters(mark), glyphs[^1].Level, BidiClass.NSM, IsMark: true, IsMissing: false));
        }
        else
        {
            glyphs[^1] = glyphs[^1] with { Text = glyphs[^1].Text + Letters(mark), Level = Math.Max(level, glyphs[^1].Level) };
        }
    }

    /// <summary>The nearest letter on one side, over marks; 0 where there is none.</summary>
    private static int Neighbour(int[] text, int at, int step)
    {
        for (at += step; at >= 0 && at < text.Length; at += step)
        {
            if (BidiClasses.Of(text[at]) != BidiClass.NSM)
            {
                return text[at];
            }
        }

        return 0;
    }

    private static bool IsInvisible(BidiClass kind) =>
        kind is >= BidiClass.LRE or BidiClass.BN or BidiClass.B;

    private static string Letters(params ReadOnlySpan<int> codePoints)
    {
        var text = new StringBuilder();

        foreach (var codePoint in codePoints)
        {
            text.Append(new Rune(codePoint));
        }

        return text.ToString();
    }
}
