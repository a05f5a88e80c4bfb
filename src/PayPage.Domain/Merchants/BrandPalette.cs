namespace PayPage.Domain.Merchants;

/// <summary>A merchant's colour made readable: what buttons, chips and edges use on one kind of paper.</summary>
/// <param name="Brand">The merchant's colour, moved as little as needed.</param>
/// <param name="Ink">For words on it.</param>
/// <param name="Soft">A hint of it, for the ground of chosen options and chips; words on it are in <paramref name="Brand"/> or in the page's own ink.</param>
public sealed record BrandPalette(BrandColor Brand, BrandColor Ink, BrandColor Soft)
{
    // WCAG 2.2 asks 4.5 of text; the rest is for rounding on the way to a screen.
    private const double Readable = 4.6;
    private const double Step = 0.04;

    // The papers of pay.css. A test compares.
    public static readonly BrandColor LightPaper = BrandColor.White;
    public static readonly BrandColor DarkPaper = new(0x17, 0x1e, 0x26);

    private static readonly BrandColor DarkInk = new(0x0b, 0x10, 0x15);

    /// <summary>For light pages: darkened until it can be read on paper and on its own soft ground, and white can be read on it.</summary>
    public static BrandPalette ForLight(BrandColor color) => Adjusted(color, BrandColor.Black, LightPaper, BrandColor.White, softShare: 0.90);

    /// <summary>For dark pages: lightened likewise.</summary>
    public static BrandPalette ForDark(BrandColor color) => Adjusted(color, BrandColor.White, DarkPaper, DarkInk, softShare: 0.84);

    private static BrandPalette Adjusted(BrandColor color, BrandColor towards, BrandColor paper, BrandColor ink, double softShare)
    {
        // Ends: pure black on white paper and pure white on dark paper are readable by far.
        for (var share = 0.0; ; share += Step)
        {
            var brand = color.MixedWith(towards, Math.Min(share, 1));
            var soft = brand.MixedWith(paper, softShare);

            if (brand.ContrastWith(soft) >= Readable && brand.ContrastWith(ink) >= Readable)
            {
                return new BrandPalette(brand, ink, soft);
            }
        }
    }
}
