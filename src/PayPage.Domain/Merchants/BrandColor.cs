using System.Globalization;

namespace PayPage.Domain.Merchants;

/// <summary>A colour of the sRGB space, and how it stands against another (WCAG 2.2, relative luminance and contrast ratio).</summary>
/// <remarks>Made of three numbers and never of text, so that what a merchant typed cannot end up in a style sheet.</remarks>
public readonly record struct BrandColor(byte Red, byte Green, byte Blue)
{
    public static readonly BrandColor White = new(255, 255, 255);
    public static readonly BrandColor Black = new(0, 0, 0);

    private const int HexLength = 7;

    /// <param name="text"><c>#rrggbb</c>, six hexadecimal digits in either case; nothing else.</param>
    public static bool TryParse(string? text, out BrandColor color)
    {
        color = default;

        if (text is not { Length: HexLength } || text[0] != '#' || !text.Skip(1).All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var value = int.Parse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        color = new BrandColor((byte)(value >> 16), (byte)((value >> 8) & 0xFF), (byte)(value & 0xFF));
        return true;
    }

    /// <summary>1 (the same) to 21 (black on white). Text needs 4.5, the edge of a control 3.</summary>
    public double ContrastWith(BrandColor other)
    {
        var (light, dark) = (Luminance, other.Luminance);
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    /// <param name="other">What is mixed in.</param>
    /// <param name="share">Of the other: 0 to 1.</param>
    public BrandColor MixedWith(BrandColor other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static byte Mix(byte own, byte other, double share) => (byte)Math.Round(own + ((other - own) * share));
}
