namespace PayPage.Documents.Text;

/// <summary>One line of text, ready to be painted.</summary>
/// <param name="Glyphs">From left to right, marks behind what they stand on.</param>
/// <param name="Width">In points, without white space at its end.</param>
/// <param name="IsRightToLeft">Of the paragraph it belongs to.</param>
internal sealed record TextLine(IReadOnlyList<ShapedGlyph> Glyphs, double Width, bool IsRightToLeft, TextStyle Style);
