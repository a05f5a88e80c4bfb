using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain;

public sealed class TextTests
{
    [Theory]
    [InlineData("tanya.lee@my-email.world", true)]
    [InlineData("a+b@example.co.uk", true)]
    [InlineData("o'hara@example.com", true)]
    [InlineData("name@bücher.example", true)]
    [InlineData("a@b.c,d@e.f", false)]
    [InlineData("a@b.c;d@e.f", false)]
    [InlineData("a@b.c d@e.f", false)]
    [InlineData("\"a b\"@example.com", false)]
    [InlineData("a@example.com\r\nBcc: b@example.com", false)]
    [InlineData("a@localhost", false)]
    [InlineData("a@[127.0.0.1]", false)]
    [InlineData("a@-example.com", false)]
    [InlineData(".a@example.com", false)]
    [InlineData("a..b@example.com", false)]
    [InlineData("Name <a@example.com>", false)]
    [InlineData("@example.com", false)]
    [InlineData("a@", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void One_mailbox_and_surely_only_one(string? text, bool isOne) => Assert.Equal(isOne, EmailAddress.TryParse(text, out _));

    [Fact]
    public void A_masked_address_tells_its_owner_enough_and_nobody_else() =>
        Assert.Equal("t•••@m•••.world", EmailAddress.Mask("tanya.lee@my-email.world"));

    [Theory]
    [InlineData("Card 4242 4242 4242 4242 please", true)]
    [InlineData("4242-4242-4242-4242", true)]
    [InlineData("4242 4242 4242 4242 12/27", true)]
    [InlineData("No. 7 4242424242424242 123", true)]
    [InlineData("378282246310005", true)]
    [InlineData("4242424242424241", false)]    // fails the check
    [InlineData("Order 1234567890123456", false)]
    [InlineData("+31 10 555 0199", false)]
    public void A_card_number_is_seen_in_free_text(string text, bool seen) => Assert.Equal(seen, FreeText.HoldsACardNumber(text));

    [Fact]
    public void Characters_that_turn_or_hide_text_are_taken_out() =>
        Assert.Equal("exe.gpj", FreeText.Clean("\u202Eexe\u200B.gpj\u2069"));

    [Theory]
    [InlineData("a\uFFFEb", "ab")]
    [InlineData("a\uFDD0b", "ab")]
    [InlineData("a\u0000b", "ab")]
    public void What_is_no_character_is_taken_out(string text, string clean) => Assert.Equal(clean, FreeText.Clean(text));

    [Fact]
    public void Marks_piled_on_one_letter_are_taken_off()
    {
        var piled = FreeText.Clean("a" + new string('\u0301', 200) + "b");

        Assert.InRange(piled.Length, 2, 8);
        Assert.EndsWith("b", piled, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("שָׁלוֹם")]
    [InlineData("Nguyễn")]
    [InlineData("ภาษาไทย")]
    [InlineData("مُحَمَّدٌ")]
    public void Writing_that_needs_marks_keeps_them(string text) => Assert.Equal(text.Normalize(), FreeText.Clean(text));

    [Fact]
    public void References_have_ten_characters_and_any_one_wrong_is_found()
    {
        var bytes = new Chance().Bytes;

        for (var i = 0; i < 50; i++)
        {
            var reference = PaymentReference.New(bytes);
            Assert.True(PaymentReference.IsValid(reference));
            Assert.All(
                from at in Enumerable.Range(0, reference.Length)
                from other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
                where other != reference[at]
                select $"{reference[..at]}{other}{reference[(at + 1)..]}",
                wrong => Assert.False(PaymentReference.IsValid(wrong)));
        }
    }
}
