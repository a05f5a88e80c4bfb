using PayPage.Delivery.Email;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Payments;
using PayPage.Domain.Team;
using PayPage.Unit.Support;

namespace PayPage.Unit.Delivery;

public sealed class ColleagueMailTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly MailHead House = new("PayPage", null);
    private static readonly MailHead Merchant = new("Northgate <b>Flowers</b>", "accounts@northgate.example");

    public static TheoryData<string> Kinds =>
    [
        "colleague-invitation", "colleague-reset", "colleague-password", "colleague-security", "colleague-security-none", "colleague-report", "colleague-report-large",
        "webhook-failing", "webhook-off",
        "link-barred", "many-declines",
        "dispute-inquiry", "dispute-opened", "dispute-deadline", "dispute-won", "dispute-lost", "dispute-closed",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_mail_is_the_approved_one(string kind)
    {
        var mail = Compose(kind);

        Approved.File($"tests/PayPage.Unit/Delivery/Approved/{kind}.txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
        Approved.File($"tests/PayPage.Unit/Delivery/Approved/{kind}.html", mail.Html);
        Assert.DoesNotContain("<b>Flowers", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invitation_is_answered_by_the_merchant_and_a_mail_about_an_account_by_nobody()
    {
        Assert.Contains("\r\nReply-To: <accounts@northgate.example>\r\n", MimeText.Of(Compose("colleague-invitation"), "from@pay.example.com"), StringComparison.Ordinal);
        Assert.DoesNotContain("Reply-To", MimeText.Of(Compose("colleague-reset"), "from@pay.example.com"), StringComparison.Ordinal);
        Assert.Contains("\r\nAuto-Submitted: auto-generated\r\n", MimeText.Of(Compose("colleague-reset"), "from@pay.example.com"), StringComparison.Ordinal);
    }

    private static EmailMessage Compose(string kind) =>
        new ColleagueMailComposer().Compose(Mail(kind), "mia@example.com", "msg_1@pay.example.com", At);

    private static ColleagueMail Mail(string kind) => kind switch
    {
        "colleague-invitation" => new ColleagueMail.OfInvitation("Ana <i>Silva</i>", Role.SalesManager, new Uri("https://pay.example.com/merchant/invitation/TOKEN"), At.AddDays(7))
        {
            Head = Merchant,
            Host = "pay.example.com",
        },
        "colleague-reset" => new ColleagueMail.OfReset("Mia", new Uri("https://pay.example.com/merchant/sign-in/reset?who=usr_1&token=TOKEN"), IAccounts.ResetTime)
        {
            Head = House,
            Host = "pay.example.com",
        },
        "colleague-report" or "colleague-report-large" => new ColleagueMail.OfReport(
            "Paid <u>last month</u>", new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31), [("Lines", "3"), ("Received, EUR", "1234.50"), ("Received, JPY", "1200")],
            new Uri("https://pay.example.com/merchant/mer_1/reports/payments?from=2026-10-01&to=2026-10-31"), kind == "colleague-report", PayPage.Domain.Mode.Live)
        {
            Head = Merchant,
            Host = "pay.example.com",
        },
        "link-barred" => new ColleagueMail.OfBarredLink(
            "INV-<b>7</b>", "Tanya <b>Lee</b>", 10, PayPage.Domain.Mode.Test, new Uri("https://pay.example.com/merchant/mer_1/invoices/INV-7"))
        {
            Head = Merchant,
            Host = "pay.example.com",
        },
        "many-declines" => new ColleagueMail.OfManyDeclines(
            "Northgate <b>Flowers</b>", 7, 20, "INV-7", PayPage.Domain.Mode.Live, new Uri("https://pay.example.com/merchant/mer_1"))
        {
            Head = Merchant,
            Host = "pay.example.com",
        },
        "colleague-password" => new ColleagueMail.OfPassword("Mia", At, new Uri("https://pay.example.com/merchant/sign-in/forgotten")) { Head = House, Host = "pay.example.com" },
        "webhook-failing" or "webhook-off" => new ColleagueMail.OfWebhook(
            "https://shop.example.com/hooks/<b>paypage", At.AddDays(-1), kind == "webhook-off" ? "Every try failed for five days." : null,
            new Uri("https://pay.example.com/merchant/mer_1/settings/webhooks/whe_1"))
        {
            Head = House,
            Host = "pay.example.com",
        },
        _ when kind.StartsWith("dispute", StringComparison.Ordinal) => new ColleagueMail.OfDispute(
            new DisputeCard(
                kind switch
                {
                    "dispute-inquiry" => DisputeState.Inquiry,
                    "dispute-won" => DisputeState.Won,
                    "dispute-lost" => DisputeState.Lost,
                    "dispute-closed" => DisputeState.Closed,
                    _ => DisputeState.NeedsAnswer,
                },
                new Money(125_00, Currency.Parse("EUR")), kind == "dispute-inquiry" ? "unrecognized" : "product_not_received", kind == "dispute-lost" ? null : At.AddDays(10),
                TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"), "INV-1042", "Tanya <u>Lee</u>", "7K3M9QX2ZT", "Visa •••• 4242", new Money(125_00, Currency.Parse("EUR")), Mode.Live),
            kind == "dispute-deadline", new Uri("https://pay.example.com/merchant/mer_1/disputes/dsp_1"))
        {
            Head = Merchant,
            Host = "pay.example.com",
        },
        _ => new ColleagueMail.OfSecurity(
            "Mia", At, kind == "colleague-security" ? new SecondFactors(true, 9, ["Laptop", "<u>Phone</u>"]) : new SecondFactors(false, 0, []),
            new Uri("https://pay.example.com/merchant/account"))
        {
            Head = House,
            Host = "pay.example.com",
        },
    };
}
