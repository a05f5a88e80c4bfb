using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Wording;

namespace PayPage.Unit.Wording;

public sealed class WordsTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 22, 30, 0, TimeSpan.Zero);    // 23:30 in Amsterdam

    [Theory]
    [InlineData("en", "USD", 262364, "$2,623.64")]
    [InlineData("en", "JPY", 1000, "¥1,000")]
    [InlineData("en", "KWD", 5120, "KWD\u00a05.120")]
    [InlineData("en", "USD", -5, "−$0.05")]
    [InlineData("en", "USD", Money.MostMinor, "$999,999,999,999.99")]
    [InlineData("de", "EUR", 262364, "2.623,64\u00a0€")]
    [InlineData("de", "KWD", 5120, "5,120\u00a0KWD")]
    [InlineData("fr", "EUR", 123456700, "1\u202f234\u202f567,00\u00a0€")]
    [InlineData("es", "USD", 100, "1,00\u00a0US$")]
    [InlineData("pt", "BRL", 100, "1,00\u00a0R$")]
    [InlineData("nl", "EUR", 99999, "€\u00a0999,99")]
    [InlineData("ar", "USD", 29350, "293.50\u00a0US$")]
    [InlineData("ar", "JPY", 1234567, "1,234,567\u00a0¥")]
    public void A_sum_has_its_currencys_digits_and_the_readers_marks(string tag, string currency, long minor, string expected) =>
        Assert.Equal(expected, Of(tag).Sum(new Money(minor, Currency.Parse(currency))));

    [Theory]
    [InlineData("en", "USD", 12_050_000, "$12.05")]
    [InlineData("en", "USD", 39_995_000, "$39.995")]
    [InlineData("en", "JPY", 12_500_000, "¥12.5")]
    [InlineData("de", "KWD", 1, "0,000001\u00a0KWD")]
    public void A_unit_price_may_be_finer_than_the_currency(string tag, string currency, long micros, string expected)
    {
        var line = new InvoiceLine { Position = 1, Name = "x", Quantity = 1, UnitPriceMicros = micros, Total = 0 };

        Assert.Equal(expected, Of(tag).Price(line, Currency.Parse(currency)));
    }

    [Theory]
    [InlineData("en", 8_25000, "8.25%")]
    [InlineData("de", 19_00000, "19\u00a0%")]
    [InlineData("de", 7_12345, "7,12345\u00a0%")]
    public void A_rate_shows_what_it_has(string tag, long value, string expected) => Assert.Equal(expected, Of(tag).Percent(new Rate(value)));

    [Theory]
    [InlineData("en", "22 November 2026")]
    [InlineData("de", "22. November 2026")]
    [InlineData("es", "22 de noviembre de 2026")]
    [InlineData("pt", "22 de novembro de 2026")]
    [InlineData("fr", "22 novembre 2026")]
    [InlineData("nl", "22 november 2026")]
    [InlineData("ar", "22 نوفمبر 2026")]
    public void A_date_is_written_in_the_readers_language(string tag, string expected) =>
        Assert.Equal(expected, Of(tag).Date(new DateOnly(2026, 11, 22)));

    [Theory]
    [InlineData(0, "today, 22 November 2026, 23:30 (Amsterdam, UTC+1)")]
    [InlineData(1, "tomorrow, 23 November 2026, 00:30 (Amsterdam, UTC+1)")]
    [InlineData(24, "tomorrow, 23 November 2026, 23:30 (Amsterdam, UTC+1)")]
    [InlineData(25, "24 November 2026, 00:30 (Amsterdam, UTC+1)")]
    [InlineData(24 * 200, "11 June 2027, 00:30 (Amsterdam, UTC+2)")]
    public void An_instant_to_come_names_its_day_and_its_zone(int hours, string expected) =>
        Assert.Equal(expected, Of("en").Coming(Now.AddHours(hours), Amsterdam, Now));

    [Theory]
    [InlineData("America/St_Johns", "22 November 2026, 19:00 (St Johns, UTC−3:30)")]
    [InlineData("Asia/Kolkata", "23 November 2026, 04:00 (Kolkata, UTC+5:30)")]
    [InlineData("UTC", "22 November 2026, 22:30 (UTC, UTC+0)")]
    public void A_zone_is_named_by_place_and_offset(string zone, string expected) =>
        Assert.Equal(expected, Of("en").Moment(Now, TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("en", 40, "40 seconds ago")]
    [InlineData("en", 90, "1 minute ago")]
    [InlineData("en", 3 * 3600, "3 hours ago")]
    [InlineData("en", 5 * 86400, "5 days ago")]
    [InlineData("fr", 0, "il y a un instant")]
    [InlineData("en", 5, "5 seconds ago")]
    public void An_age_is_told_in_the_unit_that_matters(string tag, int seconds, string expected) =>
        Assert.Equal(expected, Of(tag).Ago(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(3, "few")]
    [InlineData(10, "few")]
    [InlineData(11, "many")]
    [InlineData(99, "many")]
    [InlineData(100, "other")]
    [InlineData(102, "other")]
    [InlineData(103, "few")]
    [InlineData(111, "many")]
    public void Arabic_counts_in_six_forms(long count, string form) => Assert.Equal(form, Plural.Form("arabic", count));

    [Fact]
    public void In_the_plain_text_of_a_right_to_left_language_a_name_keeps_its_own_direction() =>
        Assert.Contains("\u2068Tanya Lee\u2069", Of("ar").Say("Mail.Dear", ("customer", "Tanya Lee")), StringComparison.Ordinal);

    [Theory]
    [InlineData("pt-BR", "pt")]
    [InlineData("DE_at", "de")]
    [InlineData("ar-EG", "ar")]
    [InlineData("tlh", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void The_language_counts_whatever_the_region(string? tag, string expected) => Assert.Equal(expected, Languages.FirstOf([tag]).Tag);

    [Fact]
    public void The_first_wish_that_we_speak_wins() => Assert.Equal("nl", Languages.FirstOf([null, "tlh", "nl-BE", "de"]).Tag);

    private static Words Of(string tag) => Languages.Of(tag) ?? throw new ArgumentOutOfRangeException(nameof(tag));
}
