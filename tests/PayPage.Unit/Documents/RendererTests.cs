using System.Globalization;
using PayPage.Documents.Layout;
using PayPage.Unit.Support;

namespace PayPage.Unit.Documents;

public sealed class RendererTests
{
    private const int MostBytes = 60_000;

    public static TheoryData<string> All => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_paper_has_the_same_bytes(string sample) => Assert.Equal(Samples.Pdf(sample), Samples.Pdf(sample));

    [Fact]
    public void Many_threads_make_the_same_paper()
    {
        var expected = Samples.Pdf("invoice-ar");
        var made = Enumerable.Range(0, 32).AsParallel().Select(_ => Samples.Pdf("invoice-ar")).ToList();

        Assert.All(made, paper => Assert.Equal(expected, paper));
    }

    [Fact]
    public void The_machines_own_culture_changes_nothing()
    {
        var (expected, own) = (Samples.Pdf("invoice-en"), CultureInfo.CurrentCulture);

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Samples.Pdf("invoice-en"));
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }

    [Fact]
    public void An_invoice_of_ten_lines_is_light() => Assert.InRange(Samples.Pdf("invoice-en").Length, 1, MostBytes);

    [Fact]
    public void An_Arabic_invoice_of_ten_lines_is_light() => Assert.InRange(Samples.Pdf("invoice-ar").Length, 1, MostBytes);

    [Fact]
    public void A_broken_logo_is_replaced_by_the_first_letter()
    {
        var paper = Samples.Invoice("en", Samples.Flowers(1), logo: Samples.Logo([1, 2, 3]));

        Assert.DoesNotContain(new PdfReader(paper).Objects.Values, body => body.Contains("/Subtype/Image", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_JPEG_logo_stands_in_the_paper_as_it_is()
    {
        var path = OutsideTool.NewFile(".pdf");
        await File.WriteAllBytesAsync(path, Samples.Invoice("en", Samples.Flowers(1), logo: Samples.Logo(Pictures.Jpeg())), TestContext.Current.CancellationToken);

        Assert.Matches(@"image +16 +16 +rgb +3 +8 +jpeg", await OutsideTool.RunAsync("pdfimages", "-list", path));
        Assert.Contains("No syntax or stream encoding errors found", await OutsideTool.RunAsync("qpdf", "--check", path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_QR_code_is_25_millimetres_wide_without_its_quiet_zone()
    {
        const int modules = 33;    // version 4: 53 characters at level M
        var code = new QrDrawing(Samples.PayLink);

        Assert.Equal(25 * 72 / 25.4, code.Size * modules / (modules + 8), 3);
    }
}
