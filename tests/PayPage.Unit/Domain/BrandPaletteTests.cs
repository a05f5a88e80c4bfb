using PayPage.Domain.Merchants;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain;

public sealed class BrandPaletteTests
{
    private const double Text = 4.5;

    [Fact]
    public void Any_colour_becomes_one_that_can_be_read_in_light_and_dark()
    {
        var chance = new Random(7);
        BrandColor[] edges = [BrandColor.White, BrandColor.Black, new(255, 255, 0), new(0, 0, 255), new(255, 0, 0), new(127, 127, 127)];
        var some = Enumerable.Range(0, 3000).Select(_ => new BrandColor((byte)chance.Next(256), (byte)chance.Next(256), (byte)chance.Next(256)));

        Assert.All(edges.Concat(some), color =>
        {
            CanBeRead(BrandPalette.ForLight(color), BrandPalette.LightPaper);
            CanBeRead(BrandPalette.ForDark(color), BrandPalette.DarkPaper);
        });
    }

    [Fact]
    public void A_colour_that_can_be_read_stays_as_it_is() =>
        Assert.Equal("#0f766e", BrandPalette.ForLight(Parsed("#0F766E")).Brand.ToString());

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void Contrast_is_that_of_WCAG(string one, string other, double expected) =>
        Assert.Equal(expected, Parsed(one).ContrastWith(Parsed(other)), 0.1);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#12345g")]
    [InlineData("#1234567")]
    [InlineData("#12345 ")]
    [InlineData("#١٢٣٤٥٦")]
    [InlineData("#fff;}*{background:url(//evil)")]
    public void Only_six_hexadecimal_digits_are_a_colour(string? text) => Assert.False(BrandColor.TryParse(text, out _));

    [Fact]
    public async Task The_papers_are_those_of_the_style_sheet()
    {
        var sheet = await File.ReadAllTextAsync(Path.Combine(Approved.Root(), "wwwroot/css/pay.css"), TestContext.Current.CancellationToken);

        Assert.Contains("--paper: #fff;", sheet, StringComparison.Ordinal);
        Assert.Contains($"--paper: {BrandPalette.DarkPaper};", sheet, StringComparison.Ordinal);
    }

    private static void CanBeRead(BrandPalette palette, BrandColor paper)
    {
        Assert.True(palette.Brand.ContrastWith(paper) >= Text, $"{palette} on paper");
        Assert.True(palette.Brand.ContrastWith(palette.Soft) >= Text, $"{palette} on its soft ground");
        Assert.True(palette.Ink.ContrastWith(palette.Brand) >= Text, $"{palette}: ink on it");
    }

    private static BrandColor Parsed(string text) => BrandColor.TryParse(text, out var color) ? color : throw new FormatException(text);
}
