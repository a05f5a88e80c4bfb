using System.Text;
using System.Text.Json;
using PayPage.Api;
using PayPage.Api.Invoices;
using PayPage.Api.Json;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Unit.Api;

public sealed class InvoiceRequestTests
{
    [Fact]
    public void Every_field_is_read_from_where_the_dialect_has_it()
    {
        const string body =
            """
            {
              "clientReferenceInformation": {"partner": {"developerId": "999", "solutionId": "888"}},
              "customerInformation": {"name": "n", "firstName": "ignored", "email": "e", "merchantCustomerId": 17, "company": {"name": "c"}},
              "processingInformation": {"requestPhone": true, "requestShipping": "true"},
              "invoiceInformation": {
                "invoiceNumber": "i", "transactionReferenceNumber": "t", "description": "d", "specialInstructions": "s", "language": "l",
                "dueDate": "u", "expirationDate": "x", "sendImmediately": false, "allowPartialPayments": true, "deliveryMode": "m"},
              "orderInformation": {
                "amountDetails": {
                  "totalAmount": 293.50, "currency": "USD", "discountAmount": 1.10, "discountPercent": "5.00", "subAmount": 2, "minimumPartialAmount": 3,
                  "taxDetails": {"type": "y", "amount": 4, "rate": 8.250}, "freight": {"amount": 5, "taxable": true, "taxRate": 6}},
                "lineItems": [
                  {"productSku": "k", "productName": "p", "quantity": "20", "unitPrice": 0.000001, "discountAmount": 7, "discountPercent": 8,
                   "taxAmount": 9, "taxRate": 10, "totalAmount": 11}]}
            }
            """;

        var expected = new InvoiceProposal
        {
            Number = "i",
            CustomerName = "n",
            CustomerEmail = "e",
            MerchantCustomerId = "17",
            CompanyName = "c",
            Description = "d",
            Instructions = "s",
            DueDate = "u",
            ExpirationDate = "x",
            Currency = "USD",
            Total = "293.50",
            MinimumPart = "3",
            DiscountAmount = "1.10",
            DiscountPercent = "5.00",
            SubAmount = "2",
            TaxType = "y",
            TaxAmount = "4",
            TaxRate = "8.250",
            FreightAmount = "5",
            FreightTaxable = "True",
            FreightTaxRate = "6",
            Language = "l",
            TransactionReference = "t",
            PartnerDeveloper = "999",
            PartnerSolution = "888",
            Delivery = "m",
            Publish = "False",
            AllowsParts = "True",
            AsksPhone = "True",
            AsksShipping = "true",
        };

        var read = Read(body);

        Assert.Empty(read.Unreadable);
        Assert.Equal(
            new LineProposal
            {
                Sku = "k",
                Name = "p",
                Quantity = "20",
                UnitPrice = "0.000001",
                DiscountAmount = "7",
                DiscountPercent = "8",
                TaxAmount = "9",
                TaxRate = "10",
                Total = "11",
            },
            Assert.Single(read.Lines));
        Assert.Equal(expected, read with { Lines = expected.Lines, Unreadable = expected.Unreadable });
    }

    [Theory]
    [InlineData("""{"invoiceInformation": null, "customerInformation": {"name": null}}""", "total")]
    [InlineData("""{"invoiceInformation": []}""", "invoiceInformation", "total")]
    [InlineData("""{"customerInformation": {"name": {}, "email": true}}""", "customer.name", "customer.email", "total")]
    [InlineData("""{"customerInformation": {"name": "\ud800"}}""", "customer.name", "total")]
    [InlineData("""{"processingInformation": {"requestPhone": 1, "requestShipping": []}}""", "asksPhone", "asksShipping", "total")]
    [InlineData("""{"orderInformation": {"lineItems": {}}}""", "total", "lines")]
    [InlineData("""{"orderInformation": {"lineItems": [null, {"quantity": false}]}}""", "total", "lines[0]", "lines[1].quantity")]
    public void What_is_no_text_is_noted(string body, params string[] fields) =>
        Assert.Equal(fields, Read(body).Unreadable.Select(f => f.Field).Distinct());

    [Fact]
    public void Every_field_has_a_name_in_the_dialect()
    {
        var ours = typeof(ProposalFields).GetFields().Select(f => (string)f.GetValue(null)!).ToList();    // constants
        var members = typeof(LineFields).GetFields().Select(f => (string)f.GetValue(null)!);

        Assert.All(ours.Except([ProposalFields.MerchantFields]), field => Assert.Contains("Information.", DialectNames.Of(field), StringComparison.Ordinal));
        Assert.Equal("merchantDefinedFieldValues[1].value", DialectNames.Of("merchantFields[1].value"));
        Assert.Equal(ours.Count, ours.Select(DialectNames.Of).Distinct().Count());
        Assert.Equal(
            ["productSku", "productName", "quantity", "unitPrice", "discountAmount", "discountPercent", "taxAmount", "taxRate", "totalAmount"],
            members.Select(DialectNames.OfMember));
        Assert.Equal("orderInformation.lineItems[3].unitPrice", DialectNames.Of("lines[3].unitPrice"));
        Assert.Equal("orderInformation.lineItems[3].productName", DialectNames.Of("lines[3].name"));
        Assert.Equal("orderInformation.lineItems[3]", DialectNames.Of("lines[3]"));
        Assert.Equal("customerInformation", DialectNames.Of("customerInformation"));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_broken_utf8_is_not()
    {
        Assert.IsType<JsonBody.Reading.Parsed>(JsonBody.Parse(Encoding.UTF8.GetPreamble().Concat("{}"u8.ToArray()).ToArray()));
        Assert.IsType<JsonBody.Reading.Refused>(JsonBody.Parse(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' }));
    }

    private static InvoiceProposal Read(string body)
    {
        using var document = JsonDocument.Parse(body);
        return InvoiceRequest.Read(document.RootElement);
    }
}
