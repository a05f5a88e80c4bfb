using PayPage.Domain;

namespace PayPage.Unit.Domain;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("12.50", 2, 1250)]
    [InlineData("12.5", 2, 1250)]
    [InlineData(" 12 ", 2, 1200)]
    [InlineData("0012.500", 2, 1250)]
    [InlineData("1000", 0, 1000)]
    [InlineData("5.120", 3, 5120)]
    [InlineData("0.00", 2, 0)]
    public void A_plain_figure_is_read_to_the_minor_unit(string text, int digits, long value) =>
        Assert.Equal(new AmountText.Reading(null, value), AmountText.Read(text, digits));

    [Theory]
    [InlineData(null, AmountText.Fault.Missing)]
    [InlineData("  ", AmountText.Fault.Missing)]
    [InlineData("abc", AmountText.Fault.NotANumber)]
    [InlineData("1e2", AmountText.Fault.NotANumber)]
    [InlineData("1,234.56", AmountText.Fault.NotANumber)]
    [InlineData("1.2.3", AmountText.Fault.NotANumber)]
    [InlineData(".5", AmountText.Fault.NotANumber)]
    [InlineData("5.", AmountText.Fault.NotANumber)]
    [InlineData("+5", AmountText.Fault.NotANumber)]
    [InlineData("0x10", AmountText.Fault.NotANumber)]
    [InlineData("１２", AmountText.Fault.NotANumber)]
    [InlineData("١٢", AmountText.Fault.NotANumber)]
    [InlineData("--5", AmountText.Fault.Negative)]
    [InlineData("-5", AmountText.Fault.Negative)]
    [InlineData("12.345", AmountText.Fault.TooManyDecimals)]
    [InlineData("9223372036854775807", AmountText.Fault.TooLarge)]
    [InlineData("99999999999999999999999999", AmountText.Fault.TooLarge)]
    public void Anything_else_is_named(string? text, AmountText.Fault fault) => Assert.Equal(fault, AmountText.Read(text, 2).Fault);

    [Theory]
    [InlineData("12,50", 1250)]
    [InlineData("12.50", 1250)]
    public void People_may_write_a_comma(string text, long value) => Assert.Equal(value, AmountText.Read(text, 2, commaToo: true).Value);

    [Theory]
    [InlineData("2,500", 2, AmountText.Fault.Ambiguous)]
    [InlineData("2.500", 2, AmountText.Fault.Ambiguous)]
    [InlineData("1,000", 0, AmountText.Fault.Ambiguous)]
    [InlineData("1.0", 0, AmountText.Fault.TooManyDecimals)]
    [InlineData("1,000", 3, AmountText.Fault.Ambiguous)]
    [InlineData("12,345,678", 2, AmountText.Fault.NotANumber)]
    public void What_may_be_thousands_is_not_guessed_at(string text, int digits, AmountText.Fault fault) =>
        Assert.Equal(fault, AmountText.Read(text, digits, commaToo: true).Fault);

    [Fact]
    public void What_is_shown_is_read_back_in_every_currency()
    {
        var chance = new Random(1);

        foreach (var code in new[] { "USD", "JPY", "KWD", "CLF", "EUR" })
        {
            for (var i = 0; i < 200; i++)
            {
                var money = new Money(chance.NextInt64(Money.MostMinor), Currency.Parse(code));
                Assert.Equal(money.Minor, AmountText.Read(money.Figure, money.Currency.Digits).Value);
            }
        }
    }
}
