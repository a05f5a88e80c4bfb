using PayPage.Delivery.Sms;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Unit.Support;

namespace PayPage.Unit.Delivery.Sms;

public sealed class TextComposerTests
{
    // The longest short link that there should be: 60 characters with a host of 24.
    private static readonly Uri Link = new("https://pay.northgate-flowers.nl/s/AAAAAAAAAAAAAAAAAAAAAA");

    public static TheoryData<string> Languages => ["en", "es", "pt", "fr", "de", "nl", "ar"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_text_is_the_approved_one(string language)
    {
        var usd = new Money(2_623_64, Currency.Usd);
        Text[] texts =
        [
            new Text.OfInvoice(usd, new DateOnly(2026, 12, 1)) { MerchantName = "Northgate Flowers", InvoiceNumber = "INV-000042", Mode = Mode.Live, Link = Link, Language = language },
            new Text.OfFreshLink { MerchantName = "Northgate Flowers", InvoiceNumber = "INV-000042", Mode = Mode.Live, Link = Link, Language = language },
            new Text.OfReceipt(usd, "7K3M9QX2TB", new Money(0, Currency.Usd)) { MerchantName = "Northgate Flowers", InvoiceNumber = "INV-000042", Mode = Mode.Live, Link = Link, Language = language },
            new Text.OfReceipt(usd, "7K3M9QX2TB", usd) { MerchantName = "Northgate Flowers", InvoiceNumber = "INV-000042", Mode = Mode.Live, Link = Link, Language = language },
        ];
        var composed = texts.Select(new TextComposer().Compose).ToList();

        Approved.File(
            $"tests/PayPage.Unit/Delivery/Approved/texts.{language}.txt",
            string.Concat(composed.Select(text => $"{text}\n({SmsSegments.Of(text).Encoding}, {SmsSegments.Of(text).Units} units, {SmsSegments.Of(text).Segments} segments)\n\n")));
        Assert.All(composed, text => Assert.EndsWith(Link.AbsoluteUri, text, StringComparison.Ordinal));
        Assert.All(composed, text => Assert.InRange(SmsSegments.Of(text).Segments, 1, language == "ar" ? 3 : 2));
    }

    public static TheoryData<string, Mode> LanguagesAndModes => new(
        from language in Languages.Select(row => row.Data)
        from mode in Enum.GetValues<Mode>()
        select (language, mode));

    [Theory]
    [MemberData(nameof(LanguagesAndModes))]
    public void In_every_month_a_text_ends_with_its_link_and_no_letter_makes_it_a_dear_one(string language, Mode mode)
    {
        for (var month = 1; month <= 12; month++)
        {
            var text = new TextComposer().Compose(new Text.OfInvoice(new Money(311_50, Currency.Parse("EUR")), new DateOnly(2026, month, 28))
            {
                MerchantName = "Zoë’s “Flowers” – Façade",
                InvoiceNumber = "INV-000042",
                Mode = mode,
                Link = Link,
                Language = language,
            });

            Assert.EndsWith(Link.AbsoluteUri, text, StringComparison.Ordinal);
            Assert.Equal(language == "ar" ? SmsEncoding.Ucs2 : SmsEncoding.Gsm7, SmsSegments.Of(text).Encoding);
        }
    }

    [Fact]
    public void A_long_name_is_cut_between_letters_and_the_link_is_never()
    {
        var text = new TextComposer().Compose(new Text.OfFreshLink
        {
            MerchantName = string.Concat(Enumerable.Repeat("👨‍👩‍👧 Family ", 20)),
            InvoiceNumber = "INV-1",
            Mode = Mode.Test,
            Link = Link,
        });

        Assert.EndsWith(Link.AbsoluteUri, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', text);
        Assert.InRange(text.Length, 60, 400);
    }

    [Fact]
    public void A_name_with_line_breaks_stays_on_its_line() => Assert.DoesNotContain('\n', new TextComposer().Compose(new Text.OfFreshLink
    {
        MerchantName = "Evil\r\nPay here: https://evil.example",
        InvoiceNumber = "INV-1",
        Mode = Mode.Test,
        Link = Link,
    }));
}
