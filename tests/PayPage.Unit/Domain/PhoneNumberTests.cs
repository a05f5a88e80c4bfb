using PayPage.Domain;

namespace PayPage.Unit.Domain;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+31612345678", "+31612345678")]
    [InlineData("+31 6 1234 5678", "+31612345678")]
    [InlineData(" +31-6-1234.5678 ", "+31612345678")]
    [InlineData("0031 6 12345678", "+31612345678")]
    [InlineData("00 31 6 12345678", "+31612345678")]
    [InlineData("+1 (555) 010-0199", "+15550100199")]
    [InlineData("(+1) 555 010 0199", "+15550100199")]
    [InlineData("+33\u00A06\u00A012\u00A034\u00A056\u00A078", "+33612345678")]
    [InlineData("+\u0669\u0667\u0661 \u0665\u0660 \u0661\u0662\u0663 \u0664\u0665\u0666\u0667", "+971501234567")]
    [InlineData("+\u06F9\u06F8 \u06F9\u06F1\u06F2 \u06F3\u06F4\u06F5 \u06F6\u06F7\u06F8\u06F9", "+989123456789")]
    [InlineData("+39 06 1234567", "+39061234567")]
    [InlineData("+12345678", "+12345678")]
    [InlineData("+123456789012345", "+123456789012345")]
    public void A_number_in_its_world_wide_form_is_read(string text, string number)
    {
        Assert.True(PhoneNumber.TryParse(text, out var e164));
        Assert.Equal(number, e164);
        Assert.InRange(e164.Length, 1, PhoneNumber.MaxLength);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("00")]
    [InlineData("0612345678")]
    [InlineData("31612345678")]
    [InlineData("+1234567")]
    [InlineData("+1234567890123456")]
    [InlineData("+0612345678")]
    [InlineData("000612345678")]
    [InlineData("++31612345678")]
    [InlineData("+31+612345678")]
    [InlineData("31612345678+")]
    [InlineData("+44 (0)20 7946 0958")]
    [InlineData("+44 ( 0 ) 20 7946 0958")]
    [InlineData("+31612345678 x12")]
    [InlineData("+31612345678;ext=12")]
    [InlineData("+31612345678,+31687654321")]
    [InlineData("+31612345678/87654321")]
    [InlineData("tel:+31612345678")]
    [InlineData("+31 6 NORTHGATE")]
    [InlineData("+31612345678\r\n")]
    [InlineData("+316\r\n12345678")]
    [InlineData("+316\n12345678")]
    [InlineData("+316\t12345678")]
    [InlineData("+316\012345678")]
    [InlineData("\u202A+31612345678\u202C")]
    [InlineData("+316\u200E12345678")]
    [InlineData("+316\u200B12345678")]
    [InlineData("+316\u202F12345678")]
    [InlineData("\uFF0B31612345678")]
    [InlineData("+\uFF13\uFF11612345678")]
    [InlineData("+31612345678*#")]
    public void Anything_else_is_no_number(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, out var e164));
        Assert.Equal("", e164);
    }

    [Fact]
    public void However_long_a_text_is_it_is_judged_at_once()
    {
        Assert.False(PhoneNumber.TryParse(new string('0', 10_000_000), out _));
        Assert.False(PhoneNumber.TryParse("+31612345678" + new string(' ', 10_000_000), out _));
    }

    [Theory]
    [InlineData("+31612345678", "+31 ••• ••78")]
    [InlineData("+15550100199", "+1 ••• ••99")]
    [InlineData("+79123456789", "+7 ••• ••89")]
    [InlineData("+971501234567", "+971 ••• ••67")]
    [InlineData("+441632960961", "+44 ••• ••61")]
    [InlineData("nothing", "•••")]
    [InlineData("", "•••")]
    public void A_masked_number_shows_its_country_and_two_digits(string number, string masked) => Assert.Equal(masked, PhoneNumber.Mask(number));
}
