using PayPage.Domain;

namespace PayPage.Unit.Domain;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Zoë MÜLLER", "zoe muller")]
    [InlineData("  Ångström & Søn ", "angstrom & søn")]
    [InlineData("ΑΘΉΝΑ", "αθηνα")]
    [InlineData("한국", "한국")]
    [InlineData("ورود بيضاء", "ورود بيضاء")]
    [InlineData("a\u0000b\u202Ec\u200Bd", "abcd")]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("", "")]
    public void Capitals_accents_and_what_cannot_be_seen_make_no_difference(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("\uFFFD", FoldedText.Of("\uD800"));
}
