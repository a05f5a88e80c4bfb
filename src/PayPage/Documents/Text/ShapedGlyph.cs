using PayPage.Documents.Fonts;

namespace PayPage.Documents.Text;

/// <summary>One picture of a line of text, and the letters it stands for.</summary>
/// <param name="Glyph">Its number in the font.</param>
/// <param name="Text">Empty where the glyph before it stands for all.</param>
/// <param name="Level">Odd where it runs from right to left.</param>
/// <param name="Class">Of its first letter.</param>
/// <param name="IsMark">Whether it stands on the glyph before it and takes no room.</param>
/// <param name="IsMissing">Whether it only says that something cannot be shown.</param>
internal readonly record struct ShapedGlyph(TrueTypeFile Font, int Glyph, string Text, byte Level, BidiClass Class, bool IsMark, bool IsMissing)
{
    /// <summary>Room in thousandths of the size of the type.</summary>
    public double Advance => IsMark ? 0 : Font.Advance(Glyph) * 1000.0 / Font.UnitsPerEm;

    public bool IsSpace => Class == BidiClass.WS;

    /// <summary>Whether a line may end behind it.</summary>
    public bool MayBreakAfter => IsSpace || IsMissing || Text is "-" or "–" or "—";
}
