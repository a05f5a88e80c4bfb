using PayPage.Delivery.Email;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;

namespace PayPage.Bench;

/// <summary>The mail that is measured: an invoice of ten lines with a logo; and a bare copy of its text to hold it against.</summary>
internal static class BenchMails
{
    private const string From = "invoices@pay.northgate.example";

    private static readonly DateTimeOffset Sent = new(2026, 11, 1, 9, 30, 0, TimeSpan.Zero);
    private static readonly MailComposer Composer = new();
    private static readonly MailFile Paper = new("invoice-NG-2026-0117.pdf", "application/pdf", new byte[19_500]);    // as large as the real one
    private static readonly Mail Mail = AnInvoice();
    private static readonly EmailMessage Finished = Compose();
    private static readonly char[] Text = MimeText.Of(Finished, From).ToCharArray();

    /// <summary>What no way to write the mail can be quicker than.</summary>
    public static int Copy() => new string(Text).Length;

    /// <summary>Subject, text and HTML.</summary>
    public static int Composed() => Compose().Html.Length;

    /// <summary>As it lies in the folder or goes over the wire.</summary>
    public static int Written() => MimeText.Of(Compose(), From).Length;

    private static EmailMessage Compose() => Composer.Compose(Mail, "tanya@example.com", "msg_1@pay.northgate.example", Sent, [Paper]);

    private static Mail.OfInvoice AnInvoice()
    {
        var usd = Currency.Usd;
        var lines = Enumerable.Range(1, 10).Select(i => new InvoiceLine
        {
            Position = i,
            Name = $"White roses, 50 cm, grade A1 {i}",
            Quantity = i,
            UnitPriceMicros = 12_050_000,
            Total = InvoiceLine.Gross(12_050_000, i, usd),
        }).ToList();
        var total = new Money(lines.Sum(line => line.Total), usd);

        return new Mail.OfInvoice(new Uri("https://pay.northgate.example/p/CfDJ8BAiuDedr_dNpDy8KYbOOlKOU2R4oJNuXUD2gopjl8N0KlErKt"))
        {
            Merchant = new MerchantCard(
                "Northgate Flowers", "accounts@northgate.example", "+31 10 555 0199", "12 Canal Street\nRotterdam", TimeZoneInfo.Utc,
                new BrandColor(0x0f, 0x76, 0x6e), new MailFile("logo", "image/png", new byte[2_000])),
            Invoice = new InvoiceCard(
                "NG-2026-0117", "Tanya Lee", null, "Please quote the invoice number with any question.", lines, total, total, new DateOnly(2026, 11, 15), Mode.Live),
        };
    }
}
