using System.Text;
using System.Text.Json;
using PayPage.Api.Invoices;
using PayPage.Api.Json;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.UseCases.Invoices;

namespace PayPage.Unit.Api;

public sealed class InvoiceReplyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 0, 0, 5, TimeSpan.FromHours(2));

    [Fact]
    public void A_plain_invoice_has_nothing_that_is_absent() => Assert.Equal(
        """
        {"_links":{"self":{"href":"/v2/invoices/INV%201%2F%C3%A9","method":"GET"},
        "update":{"href":"/v2/invoices/INV%201%2F%C3%A9","method":"PUT"},
        "deliver":{"href":"/v2/invoices/INV%201%2F%C3%A9/delivery","method":"POST"},
        "cancel":{"href":"/v2/invoices/INV%201%2F%C3%A9/cancelation","method":"POST"}},
        "id":"INV 1/é","submitTimeUtc":"2026-11-21T12:00:00.005Z","status":"CREATED",
        "customerInformation":{},"processingInformation":{"requestPhone":false,"requestShipping":false},
        "invoiceInformation":{"invoiceNumber":"INV 1/é","dueDate":"2026-12-01","allowPartialPayments":false,
        "paymentLink":"https://pay.example.com/p/abc","deliveryMode":"None"},
        "orderInformation":{"amountDetails":{"totalAmount":1000,"currency":"JPY","balanceAmount":1000}}}
        """.ReplaceLineEndings(""),
        Text(View(Plain("JPY", 1_000), InvoiceStatus.Created)));

    [Fact]
    public void A_full_invoice_gives_back_what_was_said()
    {
        var invoice = new Invoice
        {
            Id = default,
            MerchantId = default,
            Mode = Mode.Test,
            CustomerId = default,
            Number = "7",
            BillTo = new BillTo { Name = "Tanya", Email = "t@my.world", MerchantCustomerId = "c1", CompanyName = "Lee Ltd" },
            Currency = Currency.Usd,
            Amounts = new InvoiceAmounts
            {
                Lines = 252_168,
                Discount = 12_608,
                DiscountRate = new Rate(500_000),
                Tax = 20_804,
                TaxRate = new Rate(825_000),
                TaxType = "State Tax",
                Freight = 2_000,
                FreightTaxable = true,
                CallersSubtotal = 274_972,
            },
            Total = 262_364,
            MinimumPayment = 1_000,
            AllowsParts = true,
            Description = "d",
            Instructions = "s",
            Language = "en",
            TransactionReference = "t1",
            DueDate = new DateOnly(2026, 12, 1),
            ExpirationDate = new DateOnly(2026, 12, 31),
            Delivery = DeliveryMode.Email,
            AsksPhone = true,
            CreatedAt = Now,
            Lines =
            [
                new InvoiceLine
                {
                    Position = 1,
                    Name = "Thing",
                    Sku = "S",
                    Quantity = 21,
                    UnitPriceMicros = 120_080_125,
                    Discount = 1,
                    Tax = 2,
                    TaxRate = new Rate(687_521),
                    Total = 252_168,
                },
            ],
        };

        Assert.EndsWith(
            """
            "status":"SENT","customerInformation":{"name":"Tanya","email":"t@my.world","merchantCustomerId":"c1","company":{"name":"Lee Ltd"}},
            "processingInformation":{"requestPhone":true,"requestShipping":false},
            "invoiceInformation":{"invoiceNumber":"7","transactionReferenceNumber":"t1","description":"d","specialInstructions":"s","language":"en",
            "dueDate":"2026-12-01","expirationDate":"2026-12-31","allowPartialPayments":true,"paymentLink":"https://pay.example.com/p/abc","deliveryMode":"Email"},
            "orderInformation":{"amountDetails":{"totalAmount":2623.64,"currency":"USD","balanceAmount":2623.64,"discountAmount":126.08,"discountPercent":5.00,
            "subAmount":2749.72,"minimumPartialAmount":10.00,"taxDetails":{"type":"State Tax","amount":208.04,"rate":8.25},"freight":{"amount":20.00,"taxable":true}},
            "lineItems":[{"productSku":"S","productName":"Thing","quantity":21,"unitPrice":120.080125,"discountAmount":0.01,"taxAmount":0.02,"taxRate":6.87521,"totalAmount":2521.68}]}}
            """.ReplaceLineEndings(""),
            Text(View(invoice, InvoiceStatus.Sent)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft, "DRAFT", false, "self update deliver cancel")]
    [InlineData(InvoiceStatus.Created, "CREATED", true, "self update deliver cancel")]
    [InlineData(InvoiceStatus.Sent, "SENT", true, "self update deliver cancel")]
    [InlineData(InvoiceStatus.Partial, "PARTIAL", true, "self deliver", 1L)]
    [InlineData(InvoiceStatus.Pending, "PENDING", true, "self deliver")]
    [InlineData(InvoiceStatus.Paid, "PAID", true, "self", 1_000L)]
    [InlineData(InvoiceStatus.Canceled, "CANCELED", false, "self")]
    public void What_is_offered_depends_on_the_status(InvoiceStatus status, string name, bool link, string links, long paid = 0)
    {
        var invoice = Plain("USD", 1_000);
        typeof(Invoice).GetProperty(nameof(Invoice.Paid))!.SetValue(invoice, paid);    // only the books write it

        var reply = JsonDocument.Parse(Text(View(invoice, status))).RootElement;

        Assert.Equal(name, reply.GetProperty("status").GetString());
        Assert.Equal(link, reply.GetProperty("invoiceInformation").TryGetProperty("paymentLink", out _));
        Assert.Equal(links, string.Join(' ', reply.GetProperty("_links").EnumerateObject().Select(l => l.Name)));
    }

    [Fact]
    public void The_history_tells_what_the_dialect_has_words_for()
    {
        var view = View(Plain("USD", 1_000), InvoiceStatus.Created) with
        {
            History = [.. Enum.GetValues<AuditKind>().Select(kind => new ShowInvoice.Happening(kind, Now, "REF", 1_250, null))],
        };
        var events = JsonDocument.Parse(JsonReply.Write(json => InvoiceReply.WriteHistory(json, view))).RootElement.GetProperty("invoiceHistory");

        Assert.Equal(
            ["DRAFT", "CREATE", "SEND", "RESEND", "UPDATE", "CANCEL", "UPDATE", "REMINDER", "PENDING", "REJECTED", "PAYMENT"],
            events.EnumerateArray().Select(e => e.GetProperty("event").GetString()));
        Assert.Equal(
            """{"event":"PAYMENT","date":"2026-11-21T12:00:00.005Z","transactionDetails":{"transactionId":"REF","amount":12.50}}""",
            Assert.Single(events.EnumerateArray(), e => e.TryGetProperty("transactionDetails", out _)).GetRawText());
    }

    [Theory]
    [InlineData(0, 6, 2, "0.00")]
    [InlineData(1, 6, 0, "0.000001")]
    [InlineData(12_050_000, 6, 2, "12.05")]
    [InlineData(12_000_000, 6, 0, "12")]
    [InlineData(12_000_000, 6, 3, "12.000")]
    [InlineData(825_000, 5, 2, "8.25")]
    public void A_figure_has_as_many_decimals_as_it_takes(long value, int digits, int least, string figure) =>
        Assert.Equal(figure, JsonFigures.Figure(value, digits, least));

    private static string Text(ShowInvoice.View view) =>
        Encoding.UTF8.GetString(JsonReply.Write(json => InvoiceReply.Write(json, view, Now)).Span);

    private static ShowInvoice.View View(Invoice invoice, InvoiceStatus status) =>
        new(invoice, status, new Uri("https://pay.example.com/p/abc"), []);

    private static Invoice Plain(string currency, long total) => new()
    {
        Id = default,
        MerchantId = default,
        Mode = Mode.Test,
        CustomerId = default,
        Number = "INV 1/é",
        BillTo = new BillTo(),
        Currency = Currency.Parse(currency),
        Amounts = new InvoiceAmounts { Lines = total },
        Total = total,
        MinimumPayment = total,
        AllowsParts = false,
        DueDate = new DateOnly(2026, 12, 1),
        Delivery = DeliveryMode.None,
        CreatedAt = Now,
    };
}
