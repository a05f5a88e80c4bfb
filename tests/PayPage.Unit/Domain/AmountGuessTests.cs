using PayPage.Domain;

namespace PayPage.Unit.Domain;

public sealed class AmountGuessTests
{
    [Theory]
    [InlineData("1250", "USD", "125000")]
    [InlineData("1,250.00", "USD", "125000")]
    [InlineData("1.250,00", "USD", "125000")]
    [InlineData("1 250,00", "USD", "125000")]
    [InlineData("1'250.00", "USD", "125000")]
    [InlineData("$1,250", "USD", "125 125000")]
    [InlineData("12.5", "USD", "1250")]
    [InlineData(".50", "USD", "")]
    [InlineData("1,250,000.00", "USD", "125000000")]
    [InlineData("1250", "JPY", "1250")]
    [InlineData("1,250", "JPY", "1250")]
    [InlineData("1,250.50", "JPY", "")]
    [InlineData("1.250", "KWD", "1250 1250000")]
    [InlineData("0,005", "KWD", "5 5000")]
    [InlineData("12,34,567", "USD", "")]
    [InlineData("1,,250", "USD", "")]
    [InlineData("1.250.00", "USD", "")]
    [InlineData("-5", "USD", "")]
    [InlineData("1e9", "USD", "")]
    [InlineData("١٢٥٠", "USD", "")]
    [InlineData("", "USD", "")]
    [InlineData(".", "USD", "")]
    [InlineData("99999999999999999999", "USD", "")]
    [InlineData("NG-2026-0117", "USD", "")]
    public void A_figure_is_read_as_whatever_sum_it_may_mean(string typed, string currency, string minor) =>
        Assert.Equal(minor, string.Join(' ', AmountGuess.Read(typed, Currency.Parse(currency).Digits).Order()));

    [Fact]
    public void No_text_however_long_is_too_much() =>
        Assert.Empty(AmountGuess.Read(new string('9', 10_000), 2));
}
