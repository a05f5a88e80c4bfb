using PayPage.Documents;
using PayPage.Domain;
using PayPage.Domain.Documents;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Receipts;

namespace PayPage.Unit.Documents;

/// <summary>Papers of every kind, by name. The same at each run.</summary>
internal static class Samples
{
    public static readonly Uri PayLink = new("https://pay.northgate.example/s/4vJ8kQ2mZx7TnB5cR1wYpA");
    public static readonly Uri Verify = new("https://pay.northgate.example/v/9sLk3RqTz0aWm8XnC4vBdE");

    private const string Thai = "ดอกไม้";

    private static readonly PdfRenderer Renderer = new PdfRenderer();
    private static readonly DateTimeOffset Issued = new(2026, 11, 1, 9, 30, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<byte[]>> All = new()
    {
        ["invoice-en"] = () => Invoice("en", Flowers(10)),
        ["invoice-en-one-line"] = () => Invoice("en", Flowers(1)),
        ["invoice-en-letter-30-lines"] = () => Invoice("en", Flowers(30), paper: Paper.Letter),
        ["invoice-de-everything"] = () => Invoice("de", Everything(), amounts: Full, paid: 100_00, mode: Mode.Live),
        ["invoice-fr"] = () => Invoice("fr", Flowers(3)),
        ["invoice-es"] = () => Invoice("es", Flowers(3)),
        ["invoice-pt"] = () => Invoice("pt", Flowers(3)),
        ["invoice-nl"] = () => Invoice("nl", Flowers(3)),
        ["invoice-ar"] = () => Invoice("ar", ArabicFlowers(10), name: "ليلى الحداد", company: "شركة الورود (م.م.ح) Ltd"),
        ["invoice-en-hostile"] = () => Hostile("en", Longest, "Maximiliane " + new string('M', 60) + " of the Long Names and of Many Words"),
        ["invoice-ar-hostile"] = () => Hostile("ar", LongestArabic, "ليلى الحداد بنت عبد الرحمن بن محمد العلي الطويل الاسم من مدينة بعيدة جدا"),
        ["invoice-en-paid"] = () => Invoice("en", Flowers(2), paid: long.MaxValue, link: null),
        ["invoice-en-canceled"] = () => Invoice("en", Flowers(2), stage: InvoiceStage.Canceled, link: null),
        ["invoice-en-draft"] = () => Invoice("en", Flowers(2), stage: InvoiceStage.Draft, link: null),
        ["invoice-en-gaps"] = () => Invoice("en", [Line(1, $"{Thai} roses 花 🌹", 2, 12_050_000)], name: "Łukasz Żółć, Ελένη, Дмитрий, דוד"),
        ["invoice-en-marks"] = () => Invoice("en", [Line(1, "مُحَمَّدٌ وَلَا شَيْءَ، الْآنَ (إِلَى)", 1, 1_000_000), Line(2, "שָׁלוֹם עוֹלָם (עברית) 12", 1, 1_000_000), Line(3, "Vi\u1EC7t x\u0323\u0301 Ελλάς Привет", 1, 1_000_000)]),
        ["invoice-en-no-lines"] = () => Invoice("en", [], description: "Flowers for the wedding of 12 December, as agreed on the telephone."),
        ["receipt-en"] = () => Receipt("en"),
        ["receipt-en-letter"] = () => Receipt("en", Paper.Letter),
        ["receipt-de"] = () => Receipt("de"),
        ["receipt-ar"] = () => Receipt("ar"),
        ["evidence-en"] = () => EvidenceSample.Pdf(Renderer, Merchant(Paper.A4), AnEmptyInvoice, 4),
        ["evidence-en-long"] = () => EvidenceSample.Pdf(Renderer, Merchant(Paper.A4), AnEmptyInvoice, 90),
    };

    public static IEnumerable<string> Names => All.Keys;

    private static Invoice AnEmptyInvoice => AnInvoice([], new InvoiceAmounts { Lines = 480_00 }, 480_00, Mode.Test, "Tanya Lee", null, InvoiceStage.Sent, "Flowers for 12 December", null, "NG-2026-0117");

    private static InvoiceAmounts Full => new()
    {
        Lines = 328_24,
        Discount = 25_00,
        DiscountRate = new Rate(7_61638),
        Tax = 27_08,
        TaxRate = new Rate(8_25000),
        TaxType = "State tax",
        Freight = 18_00,
        FreightTaxable = true,
        FreightTaxRate = new Rate(8_25000),
        FreightTax = 1_49,
    };

    private static string Longest => new string('W', 60) + string.Concat(Enumerable.Repeat(" a name that goes on and on (and on)", 5)) + " end.";

    private static string LongestArabic => string.Concat(Enumerable.Repeat("باقة ورد أبيض White roses 50 سم (درجة أولى) ", 5)).Trim();

    /// <summary>The bytes of one of them.</summary>
    public static byte[] Pdf(string name) => All[name]();

    /// <summary>How often a letter stands in the longest texts of the hostile sample.</summary>
    public static int LettersOfLongest(char letter) => (29 * Longest.Count(c => c == letter)) + Instructions(Longest).Count(c => c == letter);

    public static byte[] Invoice(
        string language, IReadOnlyList<InvoiceLine> lines, Paper paper = Paper.A4, InvoiceAmounts? amounts = null, long paid = 0, Mode mode = Mode.Test, string name = "Tanya Lee",
        string? company = "Lee & Daughters Ltd", InvoiceStage stage = InvoiceStage.Sent, string? link = "", string? description = null, string? instructions = null, string number = "NG-2026-0117",
        MerchantLogo? logo = null) =>
        Renderer.Invoice(new InvoiceDocument(
            Merchant(paper),
            logo ?? DemoLogo(),
            AnInvoice(lines, amounts ?? new InvoiceAmounts { Lines = lines.Count == 0 ? 480_00 : lines.Sum(line => line.Total) }, paid, mode, name, company, stage, description, instructions, number),
            link is null ? null : PayLink,
            language));

    public static InvoiceLine Line(int position, string name, long quantity, long micros, long discount = 0, long tax = 0, string? sku = null) => new()
    {
        Position = position,
        Name = name,
        Quantity = quantity,
        UnitPriceMicros = micros,
        Discount = discount,
        Tax = tax,
        Sku = sku,
        Total = InvoiceLine.Gross(micros, quantity, Currency.Usd) - discount + tax,
    };

    public static List<InvoiceLine> Flowers(int count) => [.. Enumerable.Range(1, count).Select(i => Line(
        i, (i % 4) switch { 1 => "White roses, 50 cm, grade A1", 2 => "Eucalyptus cinerea, bunch", 3 => $"Mixed bouquet no. {i}", _ => "Delivery on a weekday" }, 3 * i, 8_990_000 + (i * 510_000)))];

    public static List<InvoiceLine> ArabicFlowers(int count) => [.. Enumerable.Range(1, count).Select(i => Line(
        i, (i % 3) switch { 1 => "ورود بيضاء 50 سم", 2 => "باقة مختلطة (رقم " + i + ")", _ => "توصيل VIP إلى لاهاي" }, 3 * i, 8_990_000 + (i * 510_000)))];

    public static MerchantLogo DemoLogo()
    {
        using var stream = typeof(PdfRenderer).Assembly.GetManifestResourceStream("PayPage.Demo.logo.png")!;    // built in
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Logo(bytes.ToArray());
    }

    public static MerchantLogo Logo(byte[] bytes) => new() { MerchantId = default, Hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)), ContentType = "image/png", Bytes = bytes };

    private static List<InvoiceLine> Everything() =>
    [
        Line(1, "White roses, 50 cm, grade A1", 20, 12_050_000, sku: "ROSE-50"),
        Line(2, "Eucalyptus cinerea, bunch", 10, 5_250_000, discount: 5_25, tax: 1_10, sku: "EUCA-1"),
        Line(3, "Delivery on a Sunday", 1, 38_890_000),
    ];

    private static string Instructions(string item) => string.Concat(Enumerable.Repeat($"{item} ", 12))[..1999];

    private static byte[] Hostile(string language, string item, string name) => Invoice(
        language,
        [
            .. Enumerable.Range(1, 28).Select(i => Line(i, $"{i}. {item}"[..Math.Min(255, item.Length)], 999_999_999, 1 + i)),
            Line(29, "Flowers", 1, 899_999_999_999_000_000),
            Line(30, "Parentheses ( and ) and backslashes \\ and \u202Eturned\u202C\u0007 \uD800 lines\r\nbroken", 1, 1_000_000),
        ],
        name: name,
        company: string.Concat(Enumerable.Repeat("Company and Partners ", 5)),
        instructions: Instructions(item),
        description: item,
        number: "DEMO-LONG-WORDS-1234567890");

    private static Invoice AnInvoice(
        IReadOnlyList<InvoiceLine> lines, InvoiceAmounts amounts, long paid, Mode mode, string name, string? company, InvoiceStage stage, string? description, string? instructions, string number)
    {
        var invoice = new Invoice
        {
            Id = default,
            MerchantId = default,
            CustomerId = default,
            Mode = mode,
            Number = number,
            BillTo = new BillTo { Name = name, CompanyName = company, Email = "tanya.lee@my-email.example" },
            Currency = Currency.Usd,
            Amounts = amounts,
            Total = amounts.Total,
            MinimumPayment = amounts.Total,
            AllowsParts = false,
            DueDate = new DateOnly(2026, 11, 15),
            Description = description,
            Instructions = instructions ?? "Please quote the invoice number with any question. Thank you for your business.",
            Delivery = DeliveryMode.Email,
            CreatedAt = Issued,
            Lines = lines,
        };

        if (stage != InvoiceStage.Draft)
        {
            invoice.MarkSent(Issued);
        }

        if (stage == InvoiceStage.Canceled)
        {
            invoice.Cancel();
        }

        // Only the books write what is paid; here there are none.
        typeof(Invoice).GetProperty("Paid")!.SetValue(invoice, Math.Min(paid, amounts.Total));
        return invoice;
    }

    private static Merchant Merchant(Paper paper) => new()
    {
        Id = default,
        Name = "Northgate Flowers",
        Email = "accounts@northgate.example",
        Phone = "+31 10 555 0199",
        Address = "12 Canal Street\n3011 AB Rotterdam\nNetherlands",
        TimeZone = "Europe/Amsterdam",
        CreatedAt = Issued,
        Color = new BrandColor(0x0f, 0x76, 0x6e),
        Terms = new Uri("https://northgate.example/terms"),
        Privacy = new Uri("https://northgate.example/privacy"),
        Legal = "Chamber of Commerce 12345678\nVAT NL001234567B01",
        Paper = paper,
    };

    private static byte[] Receipt(string language, Paper paper = Paper.A4) => Renderer.Receipt(new ReceiptDocument(
        Merchant(paper),
        DemoLogo(),
        new ReceiptFacts
        {
            Number = "R-000042",
            Mode = Mode.Test,
            MerchantName = "Northgate Flowers",
            MerchantAddress = "12 Canal Street\n3011 AB Rotterdam\nNetherlands",
            MerchantLegal = "Chamber of Commerce 12345678\nVAT NL001234567B01",
            CustomerName = language == "ar" ? "ليلى الحداد" : "Tanya Lee",
            InvoiceNumber = "NG-2026-0117",
            InvoiceTotal = new Money(293_50, Currency.Usd),
            Amount = new Money(100_00, Currency.Usd),
            Left = new Money(193_50, Currency.Usd),
            OwedBack = new Money(0, Currency.Usd),
            Reference = "7K3M9PQ2XD",
            Instrument = "Visa •••• 4242",
            PaidAt = Issued.AddDays(3),
            TimeZone = "Europe/Amsterdam",
        },
        Verify,
        language));
}
