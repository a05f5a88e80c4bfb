using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using PayPage.Documents.Qr;

namespace PayPage.Unit.Documents;

public sealed partial class QrRendererTests
{
    private static readonly Uri Address = new("https://pay.example.com/s/AbCdEfGhIjKlMnOpQrStUv");

    private static readonly QrRenderer Renderer = new();

    [Fact]
    public async Task A_telephone_reads_the_picture_for_printing()
    {
        var file = OutsideTool.NewFile(".png");
        await File.WriteAllBytesAsync(file, Renderer.Png(Address), TestContext.Current.CancellationToken);

        Assert.Equal(Address.AbsoluteUri, (await OutsideTool.RunAsync("zbarimg", "--nodbus", "--raw", "-q", file)).Trim());
    }

    [Fact]
    public void The_picture_for_printing_is_about_a_thousand_pixels_wide()
    {
        var png = Renderer.Png(Address);

        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), 900, 1_000);    // PNG 11.2.2: the width stands there
    }

    [Fact]
    public void The_drawing_has_the_dark_modules_of_the_code_and_four_light_ones_around_them()
    {
        var modules = new QrModules(Address);
        var svg = Renderer.Svg(Address);
        var drawn = Run().Matches(svg[svg.LastIndexOf("<path", StringComparison.Ordinal)..])
            .Select(run => new QrModules.Run(Number(run, 2), Number(run, 1), Number(run, 3))).ToList();

        Assert.Contains($"viewBox=\"0 0 {modules.Side} {modules.Side}\"", svg, StringComparison.Ordinal);
        Assert.Equal(modules.Runs(), drawn);
        Assert.All(drawn, run =>
        {
            Assert.InRange(run.Row, QrModules.QuietZone, modules.Side - QrModules.QuietZone - 1);
            Assert.InRange(run.Column, QrModules.QuietZone, modules.Side - QrModules.QuietZone - run.Length);
        });
    }

    [Fact]
    public void The_same_address_gives_the_same_bytes_and_no_address_stands_in_them()
    {
        Assert.Equal(Renderer.Svg(Address), Renderer.Svg(Address));
        Assert.Equal(Renderer.Png(Address), Renderer.Png(Address));
        Assert.DoesNotContain("AbCdEf", Renderer.Svg(Address), StringComparison.Ordinal);
    }

    private static int Number(Match run, int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Run();
}
