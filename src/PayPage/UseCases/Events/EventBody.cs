using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PayPage.Domain;
using PayPage.Domain.Events;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Events;

/// <summary>The words of an event for machines. A contract: members are added, never renamed or removed.</summary>
internal static class EventBody
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <exception cref="InvariantException">It would be longer than any receiver has to take.</exception>
    public static string Of(EventHead head, EventPicture now)
    {
        var body = new ArrayBufferWriter<byte>();

        using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", $"{head.Id}");
            json.WriteString("type", head.Type.Name());
            json.WriteString("timestamp", head.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("mode", head.Mode == Mode.Live ? "live" : "test");
            json.WriteNumber("sequence", head.Sequence);
            json.WriteStartObject("data");
            Write(json, now.Invoice, head.Number);
            Write(json, now.Payment);
            DisputeInBody.Write(json, now.Dispute);
            RefundInBody.Write(json, now.Refund);
            Write(json, now.Link);
            Write(json, now.Batch);
            WriteText(json, "endpoint_id", now.Endpoint?.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.WrittenCount < MerchantEvent.MostBytes
            ? Encoding.UTF8.GetString(body.WrittenSpan)
            : throw new InvariantException($"{head.Id} has {body.WrittenCount} bytes.");
    }

    private static void Write(Utf8JsonWriter json, InvoicePicture? invoice, long? number)
    {
        if (invoice is null || number is not { } sequence)
        {
            return;
        }

        json.WriteStartObject("invoice");
        json.WriteString("id", $"{invoice.Id}");
        json.WriteString("number", invoice.Number);
        json.WriteNumber("sequence", sequence);
        json.WriteString("status", Name(InvoiceStatuses.Of(invoice.Stage, invoice.Total - invoice.Paid, invoice.Paid, invoice.IsPending)));
        json.WriteString("currency", invoice.Currency.Code);
        json.WriteNumber("exponent", invoice.Currency.Digits);
        json.WriteNumber("total", invoice.Total);
        json.WriteNumber("paid", invoice.Paid);
        json.WriteNumber("due", invoice.Total - invoice.Paid);
        json.WriteNumber("refunded", invoice.Refunded);
        json.WriteString("due_date", invoice.DueDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("customer_id", $"{invoice.CustomerId}");
        WriteText(json, "merchant_customer_id", invoice.MerchantCustomerId);
        WriteText(json, "transaction_reference", invoice.TransactionReference);
        WriteText(json, "batch_id", invoice.BatchId?.ToString());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PaymentPicture? payment)
    {
        if (payment is null)
        {
            return;
        }

        json.WriteStartObject("payment");
        json.WriteString("id", $"{payment.Id}");
        json.WriteString("reference", payment.Reference);
        json.WriteString("status", Name(payment.Status));
        json.WriteString("method", Name(payment.Method));
        json.WriteString("currency", payment.Amount.Currency.Code);
        json.WriteNumber("exponent", payment.Amount.Currency.Digits);
        json.WriteNumber("amount", payment.Amount.Minor);
        json.WriteNumber("refunded", payment.Refunded);
        json.WriteBoolean("declined", payment.Declined);
        WriteText(json, "unexpected", payment.Stray == StrayMoney.None ? null : Name(payment.Stray));
        WriteText(json, "link_id", payment.LinkId?.ToString());
        WriteText(json, "processor_reference", payment.ProcessorReference);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LinkPicture? link)
    {
        if (link is not null)
        {
            json.WriteStartObject("link");
            json.WriteString("id", $"{link.Id}");
            json.WriteString("status", Name(link.Status));
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, BatchPicture? batch)
    {
        if (batch is not { Id: var id, Counts: var counts })
        {
            return;
        }

        json.WriteStartObject("batch");
        json.WriteString("id", $"{id}");
        WriteText(json, "reference", counts.Reference);
        json.WriteNumber("rows", counts.Rows);
        json.WriteNumber("good", counts.Good);
        json.WriteNumber("bad", counts.Bad);
        json.WriteNumber("created", counts.Created);
        json.WriteNumber("rejected", counts.Rejected);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary><c>AfterCancel</c> is <c>after_cancel</c>.</summary>
    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");
}

/// <param name="Sequence">Of the merchant and mode.</param>
/// <param name="Number">Of the invoice; null where none is meant.</param>
internal sealed record EventHead(MerchantEventId Id, EventType Type, DateTimeOffset At, Mode Mode, long Sequence, long? Number);
