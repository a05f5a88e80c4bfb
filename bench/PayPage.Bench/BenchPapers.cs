using PayPage.Documents;
using PayPage.Documents.Pdf;
using PayPage.Domain;
using PayPage.Domain.Documents;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using QRCoder;

namespace PayPage.Bench;

/// <summary>The papers that are measured: an invoice of ten lines with a logo, in Latin letters and in Arabic; an empty page to hold them against.</summary>
internal static class BenchPapers
{
    private const int Lines = 10;

    private static readonly Uri PayLink = new("https://pay.northgate.example/s/4vJ8kQ2mZx7TnB5cR1wYpA");
    private static readonly DateTimeOffset Issued = new(2026, 11, 1, 9, 30, 0, TimeSpan.Zero);
    private static readonly PdfRenderer Renderer = new();
    private static readonly MerchantLogo DemoLogo = ReadLogo();

    /// <summary>One page with nothing on it, from the same writer.</summary>
    public static int Empty()
    {
        var book = new PdfBook("Empty", "en", "Northgate Flowers", Issued);
        book.AddPage(595.28, 841.89);
        return book.ToBytes().Length;
    }

    public static int Invoice() => Print("en", "White roses, 50 cm, grade A1");

    public static int ArabicInvoice() => Print("ar", "ورود بيضاء 50 سم (درجة أولى)");

    public static int Code()
    {
        using var data = QRCodeGenerator.GenerateQrCode(PayLink.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        return data.ModuleMatrix.Count;
    }

    private static int Print(string language, string item) => Renderer.Invoice(new InvoiceDocument(Merchant(), DemoLogo, AnInvoice(item), PayLink, language)).Length;

    private static Invoice AnInvoice(string item)
    {
        var lines = Enumerable.Range(1, Lines).Select(i => new InvoiceLine
        {
            Position = i,
            Name = $"{item} {i}",
            Quantity = i,
            UnitPriceMicros = 12_050_000,
            Total = InvoiceLine.Gross(12_050_000, i, Currency.Usd),
        }).ToList();
        var amounts = new InvoiceAmounts { Lines = lines.Sum(line => line.Total) };
        var invoice = new Invoice
        {
            Id = default,
            MerchantId = default,
            CustomerId = default,
            Mode = Mode.Live,
            Number = "NG-2026-0117",
            BillTo = new BillTo { Name = "Tanya Lee", CompanyName = "Lee & Daughters Ltd" },
            Currency = Currency.Usd,
            Amounts = amounts,
            Total = amounts.Total,
            MinimumPayment = amounts.Total,
            AllowsParts = false,
            DueDate = new DateOnly(2026, 11, 15),
            Instructions = "Please quote the invoice number with any question.",
            Delivery = DeliveryMode.Email,
            CreatedAt = Issued,
            Lines = lines,
        };
        invoice.MarkSent(Issued);
        return invoice;
    }

    private static Merchant Merchant() => new()
    {
        Id = default,
        Name = "Northgate Flowers",
        Email = "accounts@northgate.example",
        Phone = "+31 10 555 0199",
        Address = "12 Canal Street\n3011 AB Rotterdam",
        TimeZone = "Europe/Amsterdam",
        CreatedAt = Issued,
        Color = new BrandColor(0x0f, 0x76, 0x6e),
        Terms = new Uri("https://northgate.example/terms"),
        Legal = "Chamber of Commerce 12345678\nVAT NL001234567B01",
    };

    private static MerchantLogo ReadLogo()
    {
        using var stream = typeof(PdfRenderer).Assembly.GetManifestResourceStream("PayPage.Demo.logo.png")!;    // built in
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new MerchantLogo { MerchantId = default, Hash = "", ContentType = "image/png", Bytes = bytes.ToArray() };
    }
}
