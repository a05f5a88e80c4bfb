using System.Globalization;
using System.Text.RegularExpressions;
using PayPage.Unit.Support;

namespace PayPage.Unit.Documents;

/// <summary>What programs of others say about our papers.</summary>
public sealed partial class PaperTests
{
    private const double Margin = 56;

    public static TheoryData<string> All => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Qpdf_finds_nothing_wrong(string sample)
    {
        var said = await OutsideTool.RunAsync("qpdf", "--check", OutsideTool.FileOf(sample));

        Assert.Contains("No syntax or stream encoding errors found", said, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", said, StringComparison.Ordinal);
        Assert.DoesNotContain("exit code", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_font_is_embedded_in_part_and_can_be_read_back(string sample)
    {
        var said = await OutsideTool.RunAsync("pdffonts", OutsideTool.FileOf(sample));
        var fonts = said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+NotoSans.* yes yes yes ", font));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_paper_has_a_title_tags_and_its_size(string sample)
    {
        var said = await OutsideTool.RunAsync("pdfinfo", OutsideTool.FileOf(sample));
        var size = sample.Contains("letter", StringComparison.Ordinal) ? "612 x 792 pts (letter)" : "595.28 x 841.89 pts (A4)";

        Assert.Matches(@"Title: +\S", said);
        Assert.Matches("Tagged: +yes", said);
        Assert.Contains(size, said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_word_stands_outside_the_margins(string sample)
    {
        var said = await OutsideTool.RunAsync("pdftotext", "-bbox", OutsideTool.FileOf(sample), "-");
        var width = sample.Contains("letter", StringComparison.Ordinal) ? 612 : 595.28;
        var words = Word().Matches(said);

        Assert.NotEmpty(words);
        Assert.All(words, word =>
        {
            Assert.True(Figure(word, 1) >= Margin - 1 && Figure(word, 3) <= width - Margin + 1, word.Value);
            Assert.True(Figure(word, 2) > 0 && Figure(word, 4) < 842, word.Value);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_words_on_a_paper_are_those_that_were_approved(string sample) => Approved.File(
        $"tests/PayPage.Unit/Documents/Approved/{sample}.txt",
        string.Join('\n', (await TextAsync(sample, "-layout")).Replace("\f", "--- page ---\n", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd())));

    [Theory]
    [InlineData("invoice-en", true)]
    [InlineData("invoice-ar", true)]
    [InlineData("invoice-en-letter-30-lines", true)]
    [InlineData("invoice-en-hostile", true)]
    [InlineData("receipt-en", false)]
    [InlineData("receipt-ar", false)]
    public async Task A_telephone_reads_the_code_as_the_address(string sample, bool isInvoice)
    {
        var picture = OutsideTool.NewFile("");
        await OutsideTool.RunAsync("pdftoppm", "-r", "110", "-f", "1", "-l", "1", "-singlefile", "-png", OutsideTool.FileOf(sample), picture);
        var read = await OutsideTool.RunAsync("zbarimg", "--nodbus", "--raw", "-q", $"{picture}.png");

        Assert.Equal((isInvoice ? Samples.PayLink : Samples.Verify).AbsoluteUri, read.Trim());
    }

    [Theory]
    [InlineData("invoice-en-paid")]
    [InlineData("invoice-en-canceled")]
    [InlineData("invoice-en-draft")]
    public async Task What_cannot_be_paid_has_neither_code_nor_button(string sample)
    {
        var text = await TextAsync(sample);

        Assert.DoesNotContain("Pay online", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Scan", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.PayLink.Host, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_letter_of_a_long_paper_is_lost()
    {
        var text = await TextAsync("invoice-en-hostile");

        // 28 items that show it whole, the description, and 1,999 letters of instructions. "Words" are of the number and the name.
        Assert.Equal(Samples.LettersOfLongest('W'), text.Replace("WORDS", "", StringComparison.OrdinalIgnoreCase).Count(c => c == 'W'));
        Assert.Contains("$899,999,999,999.00", text, StringComparison.Ordinal);
        Assert.Contains(@"Parentheses ( and ) and", text, StringComparison.Ordinal);
        Assert.Contains("\uFFFD", text, StringComparison.Ordinal);    // the lone surrogate, said to be one
    }

    [Fact]
    public async Task A_receipt_says_what_was_paid_and_never_the_total_in_its_place()
    {
        var text = await TextAsync("receipt-en", "-layout");

        Assert.Matches(@"Amount paid\s+\$100\.00", text);
        Assert.Matches(@"Still to be paid\s+\$193\.50", text);
        Assert.Matches(@"Date\s+4 November 2026, 10:30 \(Amsterdam, UTC\+1\)", text);
        Assert.Single(Regex.Matches(text, @"\$293\.50"));
        Assert.Matches(@"Invoice total\s+\$293\.50", text);
    }

    private static async Task<string> TextAsync(string sample, string how = "-raw") => await OutsideTool.RunAsync("pdftotext", how, OutsideTool.FileOf(sample), "-");

    private static double Figure(Match word, int group) => double.Parse(word.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">""")]
    private static partial Regex Word();
}
