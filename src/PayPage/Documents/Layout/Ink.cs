using PayPage.Documents.Text;
using PayPage.Domain.Merchants;

namespace PayPage.Documents.Layout;

/// <summary>The colours and type sizes of all papers. Only <see cref="Brand"/> and <see cref="Soft"/> are the merchant's.</summary>
internal sealed class Ink
{
    private static readonly BrandColor Black = new(0x1a, 0x1f, 0x26);
    private static readonly BrandColor Grey = new(0x5a, 0x64, 0x70);
    private static readonly BrandColor House = new(0x1f, 0x4e, 0x79);

    public Ink(BrandColor? color)
    {
        var palette = BrandPalette.ForLight(color ?? House);
        (Brand, Soft) = (palette.Brand, palette.Soft.MixedWith(BrandColor.White, 0.4));
        Button = new TextStyle(11, 14, palette.Ink, IsBold: true);
        Initial = new TextStyle(22, 28, palette.Ink, IsBold: true);
        Lead = new TextStyle(9.5, 13.5, palette.Brand, IsBold: true);
        Url = new TextStyle(8, 11.5, palette.Brand);
    }

    public static BrandColor Hairline { get; } = new(0xd5, 0xda, 0xe0);

    public static BrandColor Warning { get; } = new(0x9a, 0x34, 0x12);

    public static BrandColor WarningSoft { get; } = new(0xff, 0xf1, 0xe6);

    public static TextStyle Title { get; } = new(20, 26, Black, IsBold: true);

    public static TextStyle Name { get; } = new(13, 17, Black, IsBold: true);

    public static TextStyle Sum { get; } = new(24, 30, Black, IsBold: true);

    public static TextStyle Strong { get; } = new(9.5, 13, Black, IsBold: true);

    public static TextStyle Body { get; } = new(9.5, 13, Black);

    public static TextStyle Total { get; } = new(11, 15, Black, IsBold: true);

    public static TextStyle Label { get; } = new(8, 11.5, Grey);

    public static TextStyle Head { get; } = new(8, 11.5, Grey, IsBold: true);

    public static TextStyle Small { get; } = new(8, 11.5, Grey);

    public static TextStyle Test { get; } = new(8.5, 12, Warning, IsBold: true);

    public BrandColor Brand { get; }

    public BrandColor Soft { get; }

    public TextStyle Button { get; }

    public TextStyle Initial { get; }

    public TextStyle Lead { get; }

    public TextStyle Url { get; }
}
