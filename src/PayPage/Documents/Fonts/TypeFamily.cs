namespace PayPage.Documents.Fonts;

/// <summary>Fonts that look like one, each for other scripts: Latin, Greek and Cyrillic first, then Arabic, then Hebrew.</summary>
/// <param name="fonts">In the order in which a character is looked for. The first has U+FFFD.</param>
internal sealed class TypeFamily(IReadOnlyList<TrueTypeFile> fonts)
{
    private const int Replacement = 0xFFFD;

    // Characters that the fonts lack and others that look the same on paper. What can be copied out of the file is still the first.
    private static readonly Dictionary<int, int> StandIns = new()
    {
        [0x2212] = 0x2013,    // minus: en dash
        [0x2010] = '-',       // hyphen
        [0x2011] = '-',       // hyphen that does not break
        [0x2215] = 0x2044,    // division slash: fraction slash
        [0x22C5] = 0x00B7,    // dot operator: middle dot
    };

    public TrueTypeFile Main => fonts[0];

    /// <summary>The picture of a character and the font that has it.</summary>
    /// <returns>Null where none of the fonts has one, nor one that looks the same.</returns>
    public (TrueTypeFile Font, int Glyph)? Find(int codePoint)
    {
        foreach (var font in fonts)
        {
            if (font.Has(codePoint))
            {
                return (font, font.GlyphOf(codePoint));
            }
        }

        return StandIns.TryGetValue(codePoint, out var other) ? Find(other) : null;
    }

    /// <summary>What stands where a character cannot be shown: a question mark in a diamond.</summary>
    public (TrueTypeFile Font, int Glyph) Missing => (Main, Main.GlyphOf(Replacement));
}
