using PayPage.Domain;
using PayPage.Domain.Csv;

namespace PayPage.Unit.Domain.Csv;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+31612345678")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20A1")]
    [InlineData("\0=1")]
    [InlineData("  =1+1")]
    [InlineData("\u00A0=1+1")]
    [InlineData("\"=1+1")]
    public void Text_that_a_spreadsheet_would_compute_gets_an_apostrophe_and_is_else_unchanged(string text) =>
        Assert.Equal(text.Insert(text.TakeWhile(c => c is ' ' or '\u00A0' or '"').Count(), "'"), CsvCell.Text(text).Content);

    [Theory]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\r=1", "'\r'=1")]
    [InlineData("\n=1", "'\n'=1")]
    [InlineData("\tplain", "'\tplain")]
    public void A_tab_or_line_break_in_front_hides_nothing(string text, string written) => Assert.Equal(written, CsvCell.Text(text).Content);

    [Theory]
    [InlineData("foo;=1+1", "foo;'=1+1")]
    [InlineData("foo; =1+1", "foo; '=1+1")]
    [InlineData("foo;\"=1+1", "foo;\"'=1+1")]
    [InlineData("foo\t@x", "foo\t'@x")]
    [InlineData("foo\r\n=1", "foo\r\n'=1")]
    public void What_another_separator_would_make_a_cell_of_its_own_is_guarded_too(string text, string written) =>
        Assert.Equal(written, CsvCell.Text(text).Content);

    [Theory]
    [InlineData("")]
    [InlineData("Smith & Sons")]
    [InlineData("a=b")]
    [InlineData("1-2")]
    [InlineData("a@b.example")]
    [InlineData("it's")]
    [InlineData("山田太郎")]
    [InlineData("10 - 5; 20")]
    public void Other_text_stays_as_it_is(string text) => Assert.Equal(text, CsvCell.Text(text).Content);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" kept ", "\" kept \"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    public void Separators_quotes_and_line_breaks_are_quoted(string text, string written) => Assert.Equal(written, $"{CsvCell.Text(text)}");

    [Theory]
    [InlineData("-12.50")]
    [InlineData("0")]
    [InlineData("2026-03-29")]
    [InlineData("2026-03-29T09:00:00+02:00")]
    public void Our_own_figures_stay_figures(string figure) => Assert.Equal(figure, $"{CsvCell.Figure(figure)}");

    [Theory]
    [InlineData("=1")]
    [InlineData("1,5")]
    [InlineData("12 EUR")]
    [InlineData("@1")]
    public void What_is_no_figure_cannot_pass_for_one(string text) => Assert.Throws<InvariantException>(() => CsvCell.Figure(text));

    [Fact]
    public void No_value_is_an_empty_cell()
    {
        Assert.Equal("", $"{CsvCell.Text(null)}");
        Assert.Equal("", $"{CsvCell.Empty}");
        Assert.Equal("", $"{default(CsvCell)}");
    }

    [Fact]
    public void A_line_ends_with_CR_and_LF() =>
        Assert.Equal("INV-1,\"a,b\",,-0.50\r\n", CsvLine.Of([CsvCell.Text("INV-1"), CsvCell.Text("a,b"), CsvCell.Empty, CsvCell.Figure("-0.50")]));

    /// <summary>Whatever somebody types: no piece that any usual separator makes begins like a formula.</summary>
    [Fact]
    public void No_text_of_dangerous_characters_gets_through()
    {
        const string alphabet = "=+-@\t\r\n\0; ,\"'a\uFF1D";

        foreach (var text in from a in alphabet from b in alphabet from c in alphabet from d in alphabet select new string([a, b, c, d]))
        {
            var content = CsvCell.Text(text).Content;
            Assert.True(content is "" || !"=+-@\t\r\0\n\uFF1D".Contains(content[0], StringComparison.Ordinal), text);
            Assert.DoesNotContain(content.Split(';', '\t', '\r', '\n'), piece => piece.TrimStart(' ', '"') is ['=' or '+' or '-' or '@' or '\0' or '\uFF1D', ..]);
            Assert.Equal(text.Replace("'", "", StringComparison.Ordinal), content.Replace("'", "", StringComparison.Ordinal));
        }
    }
}
