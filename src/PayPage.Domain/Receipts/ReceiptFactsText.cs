using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PayPage.Domain.Receipts;

/// <summary>A receipt's facts as JSON: what is signed, stored, and given to machines. Amounts are texts with all the currency's decimals.</summary>
/// <remarks>Written by hand, member by member: another order of members would be another text and another signature.</remarks>
public static class ReceiptFactsText
{
    private const string Version = "paypage-receipt-1";

    // Letters of all scripts as they are: a person may read it too.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(ReceiptFacts facts)
    {
        var bytes = new ArrayBufferWriter<byte>();

        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", Version);
            json.WriteString("number", facts.Number);
            json.WriteString("mode", facts.Mode == Mode.Live ? "live" : "test");
            json.WriteString("merchantName", facts.MerchantName);
            json.WriteString("merchantAddress", facts.MerchantAddress);
            json.WriteString("merchantLegal", facts.MerchantLegal);
            json.WriteString("customerName", facts.CustomerName);
            json.WriteString("invoiceNumber", facts.InvoiceNumber);
            json.WriteString("currency", facts.Amount.Currency.Code);
            json.WriteString("invoiceTotal", facts.InvoiceTotal.Figure);
            json.WriteString("amount", facts.Amount.Figure);
            json.WriteString("left", facts.Left.Figure);
            json.WriteString("owedBack", facts.OwedBack.Figure);
            json.WriteString("reference", facts.Reference);
            json.WriteString("instrument", facts.Instrument);
            json.WriteString("paidAt", facts.PaidAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("timeZone", facts.TimeZone);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <param name="text">What <see cref="Write"/> wrote.</param>
    /// <exception cref="InvariantException">It is not.</exception>
    public static ReceiptFacts Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var facts = json.RootElement;
        var currency = Currency.Parse(Text("currency"));

        return new ReceiptFacts
        {
            Number = Text("number"),
            Mode = Text("mode") == "live" ? Mode.Live : Mode.Test,
            MerchantName = Text("merchantName"),
            MerchantAddress = Given("merchantAddress"),
            MerchantLegal = Given("merchantLegal"),
            CustomerName = Given("customerName"),
            InvoiceNumber = Text("invoiceNumber"),
            InvoiceTotal = Sum("invoiceTotal"),
            Amount = Sum("amount"),
            Left = Sum("left"),
            OwedBack = Sum("owedBack"),
            Reference = Text("reference"),
            Instrument = Given("instrument"),
            PaidAt = DateTimeOffset.Parse(Text("paidAt"), CultureInfo.InvariantCulture),
            TimeZone = Text("timeZone"),
        };

        string? Given(string name) => facts.GetProperty(name).GetString();

        string Text(string name) => Given(name) ?? throw new InvariantException($"A receipt has no {name}.");

        Money Sum(string name) => AmountText.Read(Text(name), currency.Digits) is { Fault: null } sum
            ? new Money(sum.Value, currency)
            : throw new InvariantException($"A receipt's {name} is no amount.");
    }
}
