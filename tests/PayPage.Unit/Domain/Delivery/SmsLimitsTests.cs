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
    public void Where_no_beginning_is_named_every_whole_number_is(string number, bool allowed) =>
        Assert.Equal(allowed, new SmsLimits([], 5, 500).Allows(number));
}
