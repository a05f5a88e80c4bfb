using PayPage.Domain.Fort;

namespace PayPage.Unit.Domain.Fort;

public sealed class FortSignatureTests
{
    private const string Published = "94c38afc7bdae0114fc8c740edf12416f22998241ce4b4ea70d5521233a2c882";

    /// <summary>The vendor's own example.</summary>
    private static Dictionary<string, string?> Example => new()
    {
        ["command"] = "PURCHASE",
        ["access_code"] = "SILgpo7pWbmzuURp2qri",
        ["merchant_identifier"] = "MxvOupuG",
        ["merchant_reference"] = "Test010",
        ["amount"] = "1000",
        ["currency"] = "USD",
        ["language"] = "en",
        ["customer_email"] = "test@gmail.com",
    };

    [Fact]
    public void The_published_example_comes_out_letter_by_letter() => Assert.Equal(Published, FortSignature.Of(Example, "PASS", FortDigest.Sha256));

    [Theory]
    [InlineData(Published, true)]
    [InlineData("94C38AFC7BDAE0114FC8C740EDF12416F22998241CE4B4EA70D5521233A2C882", true)]
    [InlineData(" " + Published + " ", true)]
    [InlineData("94c38afc7bdae0114fc8c740edf12416f22998241ce4b4ea70d5521233a2c883", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Capitals_are_as_good_as_small_letters_and_nothing_else_is(string? given, bool fits) =>
        Assert.Equal(fits, FortSignature.Fits(given, Example, "PASS", FortDigest.Sha256));

    [Fact]
    public void Itself_blank_values_and_spaces_around_values_do_not_count()
    {
        var more = Example;
        more["signature"] = "whatever";
        more["order_description"] = "";
        more["return_url"] = null;
        more["customer_name"] = "   ";
        more["amount"] = " 1000 ";

        Assert.Equal(Published, FortSignature.Of(more, "PASS", FortDigest.Sha256));
    }

    [Theory]
    [InlineData("amount", "1001")]
    [InlineData("customer_name", "Tanya")]
    public void Any_other_value_is_another_signature(string name, string value)
    {
        var other = Example;
        other[name] = value;

        Assert.NotEqual(Published, FortSignature.Of(other, "PASS", FortDigest.Sha256));
    }

    [Fact]
    public void SHA_512_is_as_long_as_it_should_be_and_another_phrase_is_another_signature()
    {
        var long512 = FortSignature.Of(Example, "PASS", FortDigest.Sha512);

        Assert.Equal(128, long512.Length);
        Assert.True(FortSignature.Fits(long512, Example, "PASS", FortDigest.Sha512));
        Assert.False(FortSignature.Fits(long512, Example, "PASS", FortDigest.Sha256));
        Assert.False(FortSignature.Fits(long512, Example, "OTHER", FortDigest.Sha512));
    }

    [Fact]
    public void Phrases_are_long_enough_for_nobody_to_guess_and_print_as_nothing()
    {
        var phrases = FortPhrases.New(System.Security.Cryptography.RandomNumberGenerator.GetBytes);

        Assert.Equal((24, 24), (phrases.Request.Length, phrases.Response.Length));
        Assert.NotEqual(phrases.Request, phrases.Response);
        Assert.All(phrases.Request, c => Assert.True(char.IsAsciiLetterOrDigit(c)));
        Assert.Equal("(phrases)", $"{phrases}");
    }
}
