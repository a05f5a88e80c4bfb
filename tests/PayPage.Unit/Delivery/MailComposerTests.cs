using PayPage.Delivery.Email;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Unit.Support;

namespace PayPage.Unit.Delivery;

public sealed class MailComposerTests
{
    private static readonly Uri Link = new("https://pay.example.com/p/TOKEN");
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly MerchantCard Merchant = new(
        "Northgate <b>Flowers</b>", "accounts@northgate.example", "+31 10 555 0199", "12 Canal Street\nRotterdam", TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    public static TheoryData<string> Kinds => ["invoice", "fresh-link", "receipt-in-full", "receipt-in-part", "receipt-over", "confirmation"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_mail_is_the_approved_one(string kind)
    {
        var mail = new MailComposer().Compose(Mail(kind), "tanya@example.com", "msg_1@pay.example.com", At);

        Approved.File($"tests/PayPage.Unit/Delivery/Approved/{kind}.txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
        Approved.File($"tests/PayPage.Unit/Delivery/Approved/{kind}.html", mail.Html);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_mail_fetches_anything_or_lets_a_name_become_markup(string kind)
    {
        var html = new MailComposer().Compose(Mail(kind), "tanya@example.com", "msg_1@pay.example.com", At).Html;

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Flowers", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("pt")]
    public void A_receipt_for_a_part_is_the_approved_one_in_each_language(string language)
    {
        var mail = new MailComposer().Compose(Mail("receipt-in-part") with { Language = language }, "tanya@example.com", "msg_1@pay.example.com", At);

        Assert.Equal(language, mail.Language);
        Approved.File($"tests/PayPage.Unit/Delivery/Approved/receipt-in-part.{language}.txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
        Assert.Contains($"<html lang=\"{language}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\">", mail.Html, StringComparison.Ordinal);
    }

    private static Mail Mail(string kind)
    {
        var usd = Currency.Usd;
        Money Usd(long minor) => new(minor, usd);
        InvoiceCard Invoice(long due) => new(
            "INV-1", "Tanya Lee", null, "Thank you.",
            [new InvoiceLine { Position = 1, Name = "White roses", Quantity = 20, UnitPriceMicros = 12_050_000, Total = 241_00 }],
            Usd(241_00), Usd(due), new DateOnly(2026, 12, 1), Mode.Test);
        PaymentCard Payment(long minor, long owed = 0) => new("7K3M9QX2TB", Usd(minor), "Visa •••• 4242", At, Usd(owed));

        return kind switch
        {
            "invoice" => new Mail.OfInvoice(Link) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "fresh-link" => new Mail.OfFreshLink(Link) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "receipt-in-full" => new Mail.OfReceipt(Payment(241_00), null) { Merchant = Merchant, Invoice = Invoice(0) },
            "receipt-in-part" => new Mail.OfReceipt(Payment(41_00), Link) { Merchant = Merchant, Invoice = Invoice(200_00) },
            "receipt-over" => new Mail.OfReceipt(Payment(241_00, owed: 41_00), null) { Merchant = Merchant, Invoice = Invoice(0) },
            "confirmation" => new Mail.OfConfirmation(Payment(41_00)) { Merchant = Merchant, Invoice = Invoice(200_00) },
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
