using PayPage.Documents.Fonts;
using PayPage.Documents.Text;
using PayPage.Domain.Merchants;

namespace PayPage.Unit.Documents;

public sealed class ShapingTests
{
    [Theory]
    [InlineData("ب", 0xFE8F)]
    [InlineData("بب", 0xFE91, 0xFE90)]
    [InlineData("ببب", 0xFE91, 0xFE92, 0xFE90)]
    [InlineData("دب", 0xFEA9, 0xFE8F)]
    [InlineData("بد", 0xFE91, 0xFEAA)]
    [InlineData("ء", 0xFE80)]
    [InlineData("بء", 0xFE8F, 0xFE80)]
    [InlineData("بـب", 0xFE91, 0x0640, 0xFE90)]
    [InlineData("پی", 0xFB58, 0xFBFD)]
    [InlineData("ىب", 0xFBE8, 0xFE90)]
    [InlineData("ب ب", 0xFE8F, 0x20, 0xFE8F)]
    [InlineData("ب1", 0xFE8F, 0x31)]
    public void Arabic_letters_take_the_shape_that_their_neighbours_ask_for(string word, params int[] shapes) =>
        Assert.Equal(shapes.Select(Glyph), Shape(word).Where(glyph => !glyph.IsMark).Select(glyph => glyph.Glyph));

    [Theory]
    [InlineData("لا", 0xFEFB)]
    [InlineData("بلا", 0xFE91, 0xFEFC)]
    [InlineData("لآ", 0xFEF5)]
    [InlineData("لأ", 0xFEF7)]
    [InlineData("لإ", 0xFEF9)]
    public void Lam_and_alef_make_one_shape_and_are_read_back_as_two_letters(string word, params int[] shapes)
    {
        var glyphs = Shape(word);

        Assert.Equal(shapes.Select(Glyph), glyphs[..^1].Select(glyph => glyph.Glyph));
        Assert.Equal(0, glyphs[^1].Advance);
        Assert.Equal(word, string.Concat(glyphs.Select(glyph => glyph.Text)));
    }

    [Fact]
    public void Marks_on_lam_do_not_part_it_from_alef()
    {
        var glyphs = Shape("لَا");

        Assert.Equal([Glyph(0xFEFB), Glyph(0x064E)], glyphs[..2].Select(glyph => glyph.Glyph));
        Assert.Equal(["ل", "\u064E", "ا"], glyphs.Select(glyph => glyph.Text));
    }

    [Fact]
    public void Marks_do_not_part_letters_and_take_no_room()
    {
        var glyphs = Shape("بَب");

        Assert.Equal([Glyph(0xFE91), Glyph(0x064E), Glyph(0xFE90)], glyphs.Select(glyph => glyph.Glyph));
        Assert.True(glyphs[1] is { IsMark: true, Advance: 0 });
    }

    [Theory]
    [InlineData("ไทย", 3)]
    [InlineData("花", 1)]
    [InlineData("🌹", 1)]
    [InlineData("a花b", 1)]
    public void Letters_without_a_font_are_marked_and_can_still_be_read_back(string text, int missing)
    {
        var glyphs = Shape(text);

        Assert.Equal(missing, glyphs.Count(glyph => glyph.IsMissing));
        Assert.Equal(text, string.Concat(glyphs.Select(glyph => glyph.Text)));
        Assert.All(glyphs.Where(glyph => glyph.IsMissing), glyph => Assert.Equal(Glyph(0xFFFD), glyph.Glyph));
    }

    [Theory]
    [InlineData("Zażółć gęślą jaźń, ÅÄÖ ß œ İ ş ğ")]
    [InlineData("Ελληνικά ώ")]
    [InlineData("Съешь ещё Ђ Є ґ")]
    [InlineData("فاتورة ١٢٣ ۱۲۳ پچژگ")]
    [InlineData("חשבונית שָׁלוֹם")]
    [InlineData("− – — • · × € £ ¥ ₹ ₺ ₽ ₿ „“ ‚’ « » …")]
    public void What_the_fonts_are_there_for_is_never_missing(string text) => Assert.DoesNotContain(Shape(text), glyph => glyph.IsMissing);

    [Fact]
    public void A_long_word_is_cut_between_letters_and_no_letter_is_lost()
    {
        var word = new string('W', 60);
        var lines = LineBreaker.Break(word, new TextStyle(10, 12, BrandColor.Black), 100, TextDirection.LeftToRight);

        Assert.Equal(word, string.Concat(lines.Select(line => line.Text)).Trim());
        Assert.All(lines, line => Assert.InRange(line.Width, 1, 100));
    }

    [Fact]
    public void Text_is_broken_at_spaces_which_then_take_no_room()
    {
        var lines = LineBreaker.Break("one two three", new TextStyle(10, 12, BrandColor.Black), 40, TextDirection.LeftToRight);

        Assert.Equal(["one two ", "three "], lines.Select(line => line.Text));
        Assert.Equal("two"[^1], lines[0].Glyphs[^1].Text[0]);
    }

    private static List<ShapedGlyph> Shape(string text) => Shaper.Shape(text, FontShelf.Regular, TextDirection.OfItsFirstLetter).Glyphs;

    private static int Glyph(int codePoint) => FontShelf.Regular.Find(codePoint)!.Value.Glyph;    // the fonts have it
}
