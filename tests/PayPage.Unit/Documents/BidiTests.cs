using PayPage.Documents.Fonts;
using PayPage.Documents.Text;
using PayPage.Domain.Merchants;

namespace PayPage.Unit.Documents;

/// <summary>What stands where in mixed text. Capital letters stand for Hebrew (A is alef), as in Unicode Standard Annex 9; digits and signs for themselves.</summary>
public sealed class BidiTests
{
    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("ABC", "CBA")]
    [InlineData("car is THE CAR in arabic", "car is RAC EHT in arabic")]
    [InlineData("ABC 123 DEF", "FED 123 CBA")]
    [InlineData("ABC 1,234.50 DEF", "FED 1,234.50 CBA")]
    [InlineData("ABC abc DEF", "FED abc CBA")]
    [InlineData("ABC (abc) DEF", "FED (abc) CBA")]
    [InlineData("ABC (DEF) GHI", "IHG (FED) CBA")]
    [InlineData("ABC (12)", "(12) CBA")]
    [InlineData("abc (ABC) def", "abc (CBA) def")]
    [InlineData("ABC $12.50", "$12.50 CBA")]
    [InlineData("ABC 12%", "12% CBA")]
    [InlineData("ABC 10:30", "10:30 CBA")]
    [InlineData("ABC 2-3", "2-3 CBA")]
    [InlineData("A.B", "B.A")]
    [InlineData("«ABC»", "«CBA»")]
    [InlineData("ABC!", "!CBA")]
    [InlineData("abc DEF!", "abc FED!")]
    [InlineData("\u2068abc\u2069 DEF", "FED abc")]
    [InlineData("DEF \u2068ABC 12\u2069 abc", "abc 12 CBA FED")]
    [InlineData("12 ABC", "CBA 12")]
    [InlineData("", "")]
    public void A_line_is_seen_as_Unicode_orders_it(string written, string seen) => Assert.Equal(seen, Seen(written));

    [Fact]
    public void A_line_that_is_cut_off_keeps_its_words_in_reading_order()
    {
        var style = new TextStyle(10, 12, BrandColor.Black);
        var lines = LineBreaker.Break(Hebrew("AAAA BBBB CCCC"), style, 60, TextDirection.OfItsFirstLetter);

        Assert.Equal(["BBBB AAAA", "CCCC"], lines.Select(Latin));
        Assert.All(lines, line => Assert.True(line.IsRightToLeft));
    }

    private static string Seen(string text) => Latin(LineBreaker.Break(Hebrew(text), new TextStyle(10, 12, BrandColor.Black), 1000, TextDirection.OfItsFirstLetter)[0]);

    private static string Hebrew(string text) => string.Concat(text.Select(c => char.IsAsciiLetterUpper(c) ? (char)(0x05D0 + (c - 'A')) : c));

    /// <summary>By what is painted, not by what it stands for: so that a bracket that was turned round shows.</summary>
    private static string Latin(TextLine line)
    {
        var painted = Enumerable.Range(0x20, 0x7F).Append('«').Append('»').Concat(Enumerable.Range(0x05D0, 27))
            .Select(code => (Code: code, Glyph: FontShelf.Regular.Find(code))).Where(pair => pair.Glyph is not null)
            .DistinctBy(pair => pair.Glyph).ToDictionary(pair => pair.Glyph!.Value, pair => pair.Code);    // they were just looked at
        return string.Concat(line.Glyphs.Select(glyph => painted[(glyph.Font, glyph.Glyph)]).Select(code => code >= 0x05D0 ? (char)(code - 0x05D0 + 'A') : (char)code));
    }
}
