namespace PayPage.Documents.Text;

/// <summary>One line of text, ready to be painted.</summary>
/// <param name="Glyphs">From left to right. Marks follow what they stand on; in what runs from right to left they go before it, as all that follows does.</param>
/// <param name="Text">What it says, in reading order, with the white space at its end.</param>
/// <param name="Width">In points, without white space at its end.</param>
/// <param name="IsRightToLeft">Of the paragraph it belongs to.</param>
internal sealed record TextLine(IReadOnlyList<ShapedGlyph> Glyphs, string Text, double Width, bool IsRightToLeft, TextStyle Style)
{
    /// <summary>Whether anything in it runs from right to left, and so is painted in another order than it is read.</summary>
    public bool IsTurned => Glyphs.Any(glyph => glyph.Level % 2 == 1);
}
