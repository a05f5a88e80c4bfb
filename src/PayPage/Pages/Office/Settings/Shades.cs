using System.Globalization;
using PayPage.Domain.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>What becomes of a merchant's colour: as it was chosen, and moved as little as needed to be read on light and on dark pages.</summary>
internal sealed record Shades(BrandColor Own)
{
    /// <summary>WCAG 2.2, 1.4.3: what text needs.</summary>
    private const double Readable = 4.5;

    public IReadOnlyList<(string Name, BrandPalette Palette, BrandColor Paper)> OnPapers { get; } =
    [
        ("On light pages", BrandPalette.ForLight(Own), BrandPalette.LightPaper),
        ("On dark pages", BrandPalette.ForDark(Own), BrandPalette.DarkPaper),
    ];

    public bool IsReadable => Own.ContrastWith(BrandColor.White) >= Readable;

    /// <returns>Null where there is no colour, or none that can be read.</returns>
    public static Shades? Of(string? color) => BrandColor.TryParse(color?.Trim(), out var own) ? new Shades(own) : null;

    /// <summary>E.g. <c>3.2 : 1</c>, rounded down: 4.49 is not 4.5.</summary>
    public static string Contrast(BrandColor one, BrandColor other) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(one.ContrastWith(other) * 10) / 10:0.0} : 1");
}
