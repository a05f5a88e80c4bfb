using PayPage.Documents.Pdf;

namespace PayPage.Unit.Documents;

public sealed class PdfSyntaxTests
{
    [Theory]
    [InlineData("plain", "(plain)")]
    [InlineData("(a) \\ )b(", @"(\(a\) \\ \)b\()")]
    [InlineData("a\nb", "<FEFF0061000A0062>")]
    [InlineData("é", "<FEFF00E9>")]
    [InlineData("🌹", "<FEFFD83CDF39>")]
    [InlineData("", "()")]
    public void Text_cannot_end_too_early(string text, string written) => Assert.Equal(written, PdfSyntax.Text(text));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("<FEFF0061FFFD>", PdfSyntax.Text("a" + (char)0xD800));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.001, "0")]
    [InlineData(1.006, "1.01")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(841.89, "841.89")]
    [InlineData(1e7, "10000000")]
    public void A_number_is_written_without_an_exponent(double value, string written) => Assert.Equal(written, PdfSyntax.Number(value));

    [Fact]
    public void A_date_is_written_in_UTC() =>
        Assert.Equal("(D:20261122170506Z)", PdfSyntax.Date(new DateTimeOffset(2026, 11, 22, 18, 5, 6, TimeSpan.FromHours(1))));
}
