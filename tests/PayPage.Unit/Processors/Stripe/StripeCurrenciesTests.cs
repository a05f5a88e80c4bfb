using PayPage.Domain;
using PayPage.Processors.Stripe;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeCurrenciesTests
{
    public static TheoryData<string> Taken => [.. Currency.All.Where(c => StripeCurrencies.LimitsOf(c) is not null).Select(c => c.Code)];

    [Theory]
    [InlineData("USD", 1250, 1250)]
    [InlineData("JPY", 1000, 1000)]
    [InlineData("KRW", 5, 5)]
    [InlineData("ISK", 5, 500)]
    [InlineData("UGX", 7, 700)]
    [InlineData("KWD", 5120, 5120)]
    [InlineData("MGA", 500, 5)]
    [InlineData("HUF", 17550, 17550)]
    [InlineData("TWD", 1050, 1050)]
    public void An_amount_is_sent_in_Stripes_units(string code, long minor, long sent)
    {
        var amount = new Money(minor, Currency.Parse(code));

        Assert.Equal(sent, StripeCurrencies.ToStripe(amount));
        Assert.Equal(amount, StripeCurrencies.FromStripe(sent, code.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("isk", 550)]
    [InlineData("ugx", 1)]
    [InlineData("usd", -1)]
    [InlineData("clf", 100)]
    [InlineData("xxx", 100)]
    [InlineData(null, 100)]
    public void What_is_no_whole_number_of_our_units_is_not_rounded(string? code, long sent) => Assert.Null(StripeCurrencies.FromStripe(sent, code));

    [Fact]
    public void No_amount_is_no_amount() => Assert.Null(StripeCurrencies.FromStripe(null, "usd"));

    [Fact]
    public void A_part_of_what_Stripe_has_no_part_of_cannot_be_sent() => Assert.Null(StripeCurrencies.ToStripe(new Money(550, Currency.Parse("MGA"))));

    [Theory]
    [InlineData("USD", 50, 99_999_999, 1)]
    [InlineData("JPY", 50, 99_999_999, 1)]
    [InlineData("GBP", 30, 99_999_999, 1)]
    [InlineData("MXN", 1000, 99_999_999, 1)]
    [InlineData("HUF", 17500, 99_999_999, 1)]
    [InlineData("ISK", 1, 999_999, 1)]
    [InlineData("UGX", 1, 999_999, 1)]
    [InlineData("KWD", 10, 99_999_990, 10)]
    [InlineData("MGA", 100, 9_999_999_900, 100)]
    public void Limits_are_told_in_our_units(string code, long least, long most, long step)
    {
        var limits = StripeCurrencies.LimitsOf(Currency.Parse(code))!;    // taken: each is in the table

        Assert.Equal((least, most, step), (limits.Least, limits.Most, limits.Step));
    }

    [Theory]
    [InlineData("CLF")]
    [InlineData("LYD")]
    [InlineData("IQD")]
    [InlineData("IRR")]
    public void What_Stripe_does_not_charge_in_has_no_limits(string code)
    {
        Assert.Null(StripeCurrencies.LimitsOf(Currency.Parse(code)));
        Assert.Null(StripeCurrencies.ToStripe(new Money(1000, Currency.Parse(code))));
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public void Both_ends_of_every_currency_go_there_and_back(string code)
    {
        var currency = Currency.Parse(code);
        var limits = StripeCurrencies.LimitsOf(currency)!;    // only those that have some

        foreach (var minor in new[] { limits.Least, limits.Least + limits.Step, limits.Most })
        {
            var sent = StripeCurrencies.ToStripe(new Money(minor, currency));
            Assert.InRange(sent!.Value, 1, 99_999_999);
            Assert.Equal(new Money(minor, currency), StripeCurrencies.FromStripe(sent, StripeCurrencies.CodeOf(currency)));
            Assert.Equal(0, minor % limits.Step);
        }
    }

    /// <summary>As many as the table has names: a misspelt one would be no currency, and missing here.</summary>
    [Fact]
    public void Every_name_in_the_table_is_a_currency() => Assert.Equal(138, Taken.Count);
}
