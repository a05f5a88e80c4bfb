using PayPage.SignIn.Passwords;

namespace PayPage.Unit.SignIn;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("violet kettle drum")]
    [InlineData("tulips at the canal")]
    [InlineData("мой длинный пароль")]
    [InlineData("8#kLq!2vRz0p")]
    [InlineData("sunshine on a rainy day")]
    [InlineData("love 8402975310264")]
    [InlineData("quiet 👩‍🌾 in the field")]
    public void A_long_one_that_nobody_guesses_first_is_taken(string password) =>
        Assert.Null(PasswordRules.Objection(password, "Mia Jansen", "mia@northgate.example"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("8#kLq!2vRz0")]
    [InlineData("👩👩👩👩👩👩")]
    public void A_short_one_is_not(string? password) =>
        Assert.Contains("at least 12 characters", PasswordRules.Objection(password), StringComparison.Ordinal);

    [Fact]
    public void Nor_is_one_that_only_costs_us_time() => Assert.Contains("at most 128", PasswordRules.Objection(new string('x', 64) + new string('y', 65)), StringComparison.Ordinal);

    [Theory]
    [InlineData("tulips at the canal\uFFFE")]
    [InlineData("tulips at the canal\uFDD0")]
    [InlineData("tulips at the canal\U0001FFFF")]
    public void Nor_one_that_is_not_all_characters(string password) =>
        Assert.Contains("no character", PasswordRules.Objection(password), StringComparison.Ordinal);

    // Not among the above: an attribute keeps its words in UTF-8, which has no halves.
    [Fact]
    public void Nor_one_with_half_a_pair() =>
        Assert.Contains("no character", PasswordRules.Objection($"tulips at {(char)0xD83D} the canal"), StringComparison.Ordinal);

    [Theory]
    [InlineData("mia.jansen.2026")]
    [InlineData("JANSEN is the best")]
    [InlineData("my northgate key")]
    [InlineData("PayPage is great")]
    public void Nor_one_with_the_persons_own_words(string password) =>
        Assert.Contains("without your name", PasswordRules.Objection(password, "Mia Jansen", "mia@northgate.example"), StringComparison.Ordinal);

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("passwordpassword")]
    [InlineData("123456789012")]
    [InlineData("098765432109")]
    [InlineData("abcdefghijkl")]
    [InlineData("qwertyuiop[]")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("Password2026!")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("!!Welcome123!!")]
    [InlineData("ilovechocolate")]
    [InlineData("CorrectHorseBatteryStaple")]
    [InlineData("ｐａｓｓｗｏｒｄ２０２６")]
    public void Nor_one_that_is_guessed_first(string password) =>
        Assert.Contains("guessed first", PasswordRules.Objection(password), StringComparison.Ordinal);
}
