using System.Text.RegularExpressions;
using PayPage.Delivery.Email;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;

namespace PayPage.Unit.Delivery;

public sealed partial class MailComposerTests
{
    private static readonly Uri Link = new("https://pay.example.com/p/TOKEN");
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly MerchantCard Merchant = new(
        "Northgate <b>Flowers</b>", "accounts@northgate.example", "+31 10 555 0199", "12 Canal Street\nRotterdam", TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    // One pixel: what matters is that it travels with the mail.
    private static readonly MailFile Logo = new("logo.png", "image/png", Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));

    private static readonly MailFile Paper = new("invoice-INV-1.pdf", "application/pdf", "%PDF-"u8.ToArray());

    public static TheoryData<string> Kinds =>
    [
        "invoice", "invoice-own-words", "invoice-without-link", "fresh-link", "receipt-in-full", "receipt-in-part", "receipt-over", "bank-pending", "bank-failed",
        "bank-failed-without-link", "confirmation", "confirmation-over", "bounce", "reminder", "reminder-today", "reminder-late", "reminder-without-link",
        "refund-begun", "refund", "refund-by-hand", "refund-failed", "refund-came-back",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_mail_is_the_approved_one(string kind)
    {
        var mail = Compose(kind);

        Approved.File($"tests/PayPage.Unit/Delivery/Approved/{kind}.txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
        Approved.File($"tests/PayPage.Unit/Delivery/Approved/{kind}.html", mail.Html);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_mail_fetches_anything_or_lets_a_name_become_markup(string kind)
    {
        var html = Compose(kind).Html;

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
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
        var mail = Compose("receipt-in-part", language);

        Assert.Equal(language, mail.Language);
        Approved.File($"tests/PayPage.Unit/Delivery/Approved/receipt-in-part.{language}.txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
        Assert.Contains($"<html lang=\"{language}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\">", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("pt")]
    public void Reminders_are_the_approved_ones_in_each_language(string language)
    {
        var mails = Reminders.Select(kind => Compose(kind, language));

        Approved.File($"tests/PayPage.Unit/Delivery/Approved/reminders.{language}.txt", string.Join("\n=====\n", mails.Select(mail => $"Subject: {mail.Subject}\n\n{mail.Text}")));
    }

    [Fact]
    public void The_logo_travels_inside_and_is_the_only_picture()
    {
        var mail = new MailComposer().Compose(Mail("invoice") with { Merchant = Merchant with { Picture = Logo } }, "tanya@example.com", "msg_1@pay.example.com", At, [Paper]);

        Assert.Equal(Logo, mail.Picture);
        Assert.Equal(["cid:logo.png@paypage"], Sources().Matches(mail.Html).Select(m => m.Groups[1].Value));
        Assert.Equal([Paper], mail.Files);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("ar")]
    public void An_invoice_is_the_approved_one_in_another_language(string language)
    {
        var mail = Compose("invoice", language);

        Approved.File($"tests/PayPage.Unit/Delivery/Approved/invoice.{language}.txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
        Approved.File($"tests/PayPage.Unit/Delivery/Approved/invoice.{language}.html", mail.Html);
    }

    [Fact]
    public void A_subject_is_never_longer_than_a_subject_may_be()
    {
        var card = Mail("invoice");
        var mail = new MailComposer().Compose(
            card with { Merchant = Merchant with { Name = new string('N', 100) }, Invoice = card.Invoice with { Number = new string('9', 26) }, Language = "fr" },
            "tanya@example.com", "msg_1@pay.example.com", At, []);

        Assert.InRange(mail.Subject.Length, 100, 200);
    }

    private static readonly string[] Reminders = ["reminder", "reminder-today", "reminder-late"];

    private static EmailMessage Compose(string kind, string? language = null) => new MailComposer().Compose(
        Mail(kind) with { Language = language }, "tanya@example.com", "msg_1@pay.example.com", At, kind.StartsWith("invoice", StringComparison.Ordinal) || kind.StartsWith("receipt", StringComparison.Ordinal) ? [Paper] : []);

    [GeneratedRegex("src=\"([^\"]*)\"")]
    private static partial Regex Sources();

    private static MailTemplate Template(string text) => Assert.IsType<MailReading.Read>(MailTemplate.ReadMessage(text)).Template;

    private static Mail Mail(string kind)
    {
        var usd = Currency.Usd;
        Money Usd(long minor) => new(minor, usd);
        InvoiceCard Invoice(long due) => new(
            "INV-1", "Tanya Lee", null, "Thank you.",
            [new InvoiceLine { Position = 1, Name = "White roses", Quantity = 20, UnitPriceMicros = 12_050_000, Total = 241_00 }],
            Usd(241_00), Usd(due), new DateOnly(2026, 12, 1), Mode.Test);
        PaymentCard Payment(long minor, long owed = 0) => new("7K3M9QX2TB", Usd(minor), "Visa •••• 4242", At, Usd(owed), Usd(241_00 - minor), Receipt: "R-000042");

        RefundCard Refund(string? failure = null, bool byHand = false, bool hadLeft = false) => new(Usd(41_00), At.AddDays(1), byHand, failure, hadLeft);

        return kind switch
        {
            "refund-begun" => new Mail.OfRefundBegun(Payment(241_00, owed: 41_00) with { Stray = StrayMoney.Over }, Refund()) { Merchant = Merchant, Invoice = Invoice(0) },
            "refund" => new Mail.OfRefund(Payment(241_00), Refund(hadLeft: true)) { Merchant = Merchant, Invoice = Invoice(0) },
            "refund-by-hand" => new Mail.OfRefund(Payment(241_00) with { Instrument = "Cash" }, Refund(byHand: true, hadLeft: true)) { Merchant = Merchant, Invoice = Invoice(0) },
            "refund-failed" => new Mail.OfRefundFailed(Payment(241_00), Refund("insufficient_funds")) { Merchant = Merchant, Invoice = Invoice(0) },
            "refund-came-back" => new Mail.OfRefundFailed(Payment(241_00), Refund("lost_or_stolen_card", hadLeft: true)) { Merchant = Merchant, Invoice = Invoice(0) },
            "confirmation-over" => new Mail.OfConfirmation(Payment(241_00, owed: 41_00) with { Stray = StrayMoney.Over, GoesBack = true }) { Merchant = Merchant, Invoice = Invoice(0) },
            "invoice" => new Mail.OfInvoice(Link) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "invoice-own-words" => new Mail.OfInvoice(
                Link, Template("Your flowers: {{ invoice_number }}"),
                Template("Good day {{ customer_name }},\n\nhere is {{ invoice_number }} over {{ amount }}, due {{ due_date }}.\nPay here: {{ secure_payment_url }}\n\nKind regards, {{ merchant_name }}"))
            {
                Merchant = Merchant,
                Invoice = Invoice(241_00),
            },
            "invoice-without-link" => new Mail.OfInvoice(null) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "bank-pending" => new Mail.OfBankPending(Payment(241_00)) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "bank-failed" => new Mail.OfBankFailed(Payment(241_00), Link) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "bank-failed-without-link" => new Mail.OfBankFailed(Payment(241_00), null) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "bounce" => new Mail.OfBounce(BouncedKind.Invoice, "t•••@e•••.com", "550 5.1.1 no such mailbox") { Merchant = Merchant, Invoice = Invoice(241_00) },
            "reminder" => new Mail.OfReminder(Link, 5) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "reminder-today" => new Mail.OfReminder(Link, 0) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "reminder-late" => new Mail.OfReminder(Link, -1) { Merchant = Merchant, Invoice = Invoice(200_00) },
            "reminder-without-link" => new Mail.OfReminder(null, 2) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "fresh-link" => new Mail.OfFreshLink(Link) { Merchant = Merchant, Invoice = Invoice(241_00) },
            "receipt-in-full" => new Mail.OfReceipt(Payment(241_00), null) { Merchant = Merchant, Invoice = Invoice(0) },
            "receipt-in-part" => new Mail.OfReceipt(Payment(41_00), Link) { Merchant = Merchant, Invoice = Invoice(200_00) },
            "receipt-over" => new Mail.OfReceipt(Payment(241_00, owed: 41_00), null) { Merchant = Merchant, Invoice = Invoice(0) },
            "confirmation" => new Mail.OfConfirmation(Payment(41_00)) { Merchant = Merchant, Invoice = Invoice(200_00) },
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
