using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Domain;

public sealed class CustomLabelsTests
{
    [Fact]
    public void Labels_are_read_back_as_they_were_written_however_odd()
    {
        var longest = CustomLabels.Of([.. CustomLabels.Keys.Select(key => new CustomLabel(
            key, new string('\u202f', CustomLabels.LabelLength), CustomLabel.MayHide(key), CustomLabel.IsOfTwoPlaces(key), CustomLabel.IsOfTwoPlaces(key)))]);

        Assert.Equal(longest, CustomLabels.Parse(longest.ToString()));
        Assert.InRange(longest.ToString().Length, 1, CustomLabels.TextLength);
        Assert.Equal(CustomLabels.None, CustomLabels.Parse("[]"));
    }

    [Fact]
    public void Labels_that_cannot_be_are_never_made()
    {
        Assert.Throws<InvariantException>(() => CustomLabels.Of([new CustomLabel("colour", "x")]));
        Assert.Throws<InvariantException>(() => CustomLabels.Of([new CustomLabel("tax", "x"), new CustomLabel("tax", "y")]));
        Assert.Throws<InvariantException>(() => CustomLabels.Of([new CustomLabel("tax", "")]));
        Assert.Throws<InvariantException>(() => CustomLabels.Of([new CustomLabel("billTo", null, Hidden: true)]));
        Assert.Throws<FormatException>(() => CustomLabels.Parse("x"));
    }

    [Fact]
    public void A_shipping_address_is_read_back_as_it_was_written()
    {
        var whole = new ShippingAddress("Tim", "Kerkstraat 1", "2", "Utrecht", "UT", "3511", "NL");
        var least = new ShippingAddress("Tim", "Kerkstraat 1", null, "Utrecht", null, null, "NL");

        Assert.Equal(whole, ShippingAddress.Parse(whole.ToString()));
        Assert.Equal(least, ShippingAddress.Parse(least.ToString()));
        Assert.Equal(["Tim", "Kerkstraat 1", "Utrecht", "NL"], least.Lines);
        Assert.Throws<FormatException>(() => ShippingAddress.Parse("Tim"));
    }
}
