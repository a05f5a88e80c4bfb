using PayPage.Domain.Delivery;

namespace PayPage.Unit.Domain.Delivery;

public sealed class SmsLimitsTests
{
    [Theory]
    [InlineData("+31612345678", true)]
    [InlineData("+15550100199", true)]
    [InlineData("+4915112345678", false)]
    [InlineData("+31 612345678", false)]
    [InlineData("0031612345678", false)]
    [InlineData("", false)]
    public void Only_numbers_with_an_allowed_beginning_are_texted(string number, bool allowed) =>
        Assert.Equal(allowed, new SmsLimits(["+31", "+1"], 5, 500).Allows(number));

    [Theory]
    [InlineData("+4915112345678", true)]
    [InlineData("015112345678", false)]
    [InlineData("+870773111632", false)]    // a ship
    [InlineData("+881612345678", false)]    // a satellite
    [InlineData("+97912345678", false)]    // premium, of all countries
    public void Where_no_beginning_is_named_every_whole_number_of_a_country_is(string number, bool allowed) =>
        Assert.Equal(allowed, new SmsLimits([], 5, 500).Allows(number));

    [Fact]
    public void Who_names_a_satellite_may_text_it() => Assert.True(new SmsLimits(["+881"], 5, 500).Allows("+881612345678"));
}
