using PayPage.Documents.Pictures;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;

namespace PayPage.Unit.Documents;

public sealed class LogoPicturesTests
{
    [Fact]
    public void A_logo_is_unpacked_once_however_many_papers_bear_it()
    {
        var first = LogoPictures.Of(Logo("once"));

        Assert.NotNull(first);
        Assert.Same(first, LogoPictures.Of(Logo("once")));
        Assert.NotSame(first, LogoPictures.Of(Logo("another")));
    }

    [Fact]
    public void Not_all_logos_of_all_merchants_are_kept_for_ever()
    {
        var first = LogoPictures.Of(Logo("early"));

        for (var i = 0; i < 100; i++)
        {
            LogoPictures.Of(Logo($"later {i}"));
        }

        Assert.NotSame(first, LogoPictures.Of(Logo("early")));
    }

    private static MerchantLogo Logo(string hash) => new() { MerchantId = default, Hash = hash, ContentType = "image/png", Bytes = Pictures.Png() };
}
