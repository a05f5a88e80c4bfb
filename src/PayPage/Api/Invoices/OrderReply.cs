using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain;
using PayPage.Domain.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>The sums of an invoice and its lines, in the dialect.</summary>
internal static class OrderReply
{
    public static void Write(Utf8JsonWriter json, Invoice invoice)
    {
        json.WriteStartObject("orderInformation");
        WriteAmounts(json, invoice);

        if (invoice.Lines.Count > 0)
        {
            json.WriteStartArray("lineItems");

            foreach (var line in invoice.Lines)
            {
                WriteLine(json, line, invoice.Currency);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAmounts(Utf8JsonWriter json, Invoice invoice)
    {
        var amounts = invoice.Amounts;

        json.WriteStartObject("amountDetails");
        json.WriteAmount("totalAmount", invoice.Total, invoice.Currency);
        json.WriteString("currency", invoice.Currency.Code);
        json.WriteAmount("balanceAmount", invoice.Due.Minor, invoice.Currency);
        json.WriteAmount("discountAmount", Part(amounts.Discount, amounts.DiscountRate), invoice.Currency);
        json.WriteRate("discountPercent", amounts.DiscountRate);
        json.WriteAmount("subAmount", amounts.CallersSubtotal, invoice.Currency);

        // One minor unit is what "parts of any size" is kept as.
        json.WriteAmount("minimumPartialAmount", invoice.AllowsParts && invoice.MinimumPayment > 1 ? invoice.MinimumPayment : null, invoice.Currency);
        WriteTax(json, amounts, invoice.Currency);
        WriteFreight(json, amounts, invoice.Currency);
        json.WriteEndObject();
    }

    private static void WriteTax(Utf8JsonWriter json, InvoiceAmounts amounts, Currency currency)
    {
        if (amounts is { Tax: 0, TaxRate: null, TaxType: null })
        {
            return;
        }

        json.WriteStartObject("taxDetails");
        json.WriteGiven("type", amounts.TaxType);
        json.WriteAmount("amount", amounts.Tax, currency);
        json.WriteRate("rate", amounts.TaxRate);
        json.WriteEndObject();
    }

    private static void WriteFreight(Utf8JsonWriter json, InvoiceAmounts amounts, Currency currency)
    {
        if (amounts is { Freight: 0, FreightTaxable: false, FreightTaxRate: null })
        {
            return;
        }

        json.WriteStartObject("freight");
        json.WriteAmount("amount", amounts.Freight, currency);
        json.WriteBoolean("taxable", amounts.FreightTaxable);
        json.WriteRate("taxRate", amounts.FreightTaxRate);
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, InvoiceLine line, Currency currency)
    {
        json.WriteStartObject();
        json.WriteGiven("productSku", line.Sku);
        json.WriteString("productName", line.Name);
        json.WriteNumber("quantity", line.Quantity);
        json.WritePrice("unitPrice", line.UnitPriceMicros, currency);
        json.WriteAmount("discountAmount", Part(line.Discount, line.DiscountRate), currency);
        json.WriteRate("discountPercent", line.DiscountRate);
        json.WriteAmount("taxAmount", Part(line.Tax, line.TaxRate), currency);
        json.WriteRate("taxRate", line.TaxRate);
        json.WriteAmount("totalAmount", line.Total, currency);
        json.WriteEndObject();
    }

    /// <summary>Nothing off or on, and no percentage that would say so, counts as absent.</summary>
    private static long? Part(long amount, Rate? rate) => amount == 0 && rate is null ? null : amount;
}
