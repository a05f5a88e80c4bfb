using System.Text.Json;
using PayPage.Domain.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>What may be done with an invoice next: offered as long as its state allows it, and left out afterwards.</summary>
internal static class InvoiceLinks
{
    public static void Write(Utf8JsonWriter json, string number, InvoiceStatus status, long paid, long reserved)
    {
        var path = InvoiceReply.PathOf(number);
        var isOver = status is InvoiceStatus.Paid or InvoiceStatus.Canceled;
        var isUntouched = !isOver && status != InvoiceStatus.Pending && paid == 0;

        json.WriteStartObject("_links");
        WriteOne(json, "self", path, HttpMethods.Get);

        if (isUntouched && reserved == 0)
        {
            WriteOne(json, "update", path, HttpMethods.Put);
        }

        if (!isOver)
        {
            WriteOne(json, "deliver", $"{path}/delivery", HttpMethods.Post);
        }

        if (isUntouched)
        {
            WriteOne(json, "cancel", $"{path}/cancelation", HttpMethods.Post);    // with one l, as the dialect has it
        }

        json.WriteEndObject();
    }

    public static void WriteOne(Utf8JsonWriter json, string name, string href, string method)
    {
        json.WriteStartObject(name);
        json.WriteString("href", href);
        json.WriteString("method", method);
        json.WriteEndObject();
    }
}
