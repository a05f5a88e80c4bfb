using System.Text.Json;
using PayPage.Api.Json;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Api.Invoices;

/// <summary>A page of the list, in the dialect.</summary>
internal static class ListReply
{
    public static JsonReply Of(PageInvoices.Page page, ListQuery query, DateTimeOffset now) => JsonReply.Of(StatusCodes.Status200OK, json =>
    {
        WriteLinks(json, page.Total, query);
        json.WriteString("submitTimeUtc", Instant.Text(now));
        json.WriteNumber("totalInvoices", page.Total);
        json.WriteStartArray("invoices");

        foreach (var invoice in page.Invoices)
        {
            WriteInvoice(json, invoice);
        }

        json.WriteEndArray();
    });

    /// <summary>The page before this one, or the last, for whoever asked beyond it.</summary>
    private static void WriteLinks(Utf8JsonWriter json, int total, ListQuery query)
    {
        json.WriteStartObject("_links");
        InvoiceLinks.WriteOne(json, "self", Address(query.Offset), HttpMethods.Get);

        if (total - query.Limit > query.Offset)
        {
            InvoiceLinks.WriteOne(json, "next", Address(query.Offset + query.Limit), HttpMethods.Get);
        }

        if (query.Offset > 0)
        {
            InvoiceLinks.WriteOne(json, "previous", Address(Math.Max(0, Math.Min(query.Offset, total) - query.Limit)), HttpMethods.Get);
        }

        json.WriteEndObject();

        string Address(int offset) => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"/v2/invoices/?offset={offset}&limit={query.Limit}{(query.Status is { } status ? $"&status={InvoiceReply.StatusName(status).ToLowerInvariant()}" : "")}");
    }

    private static void WriteInvoice(Utf8JsonWriter json, ListedInvoice invoice)
    {
        json.WriteStartObject();
        InvoiceLinks.Write(json, invoice.Number, invoice.Status, invoice.Paid, invoice.Reserved);
        json.WriteString("id", invoice.Number);
        json.WriteString("status", InvoiceReply.StatusName(invoice.Status));
        json.WriteString("createdDate", Instant.Text(invoice.CreatedAt));

        json.WriteStartObject("customerInformation");
        json.WriteGiven("name", invoice.BillTo.Name);
        json.WriteGiven("merchantCustomerId", invoice.BillTo.MerchantCustomerId);
        json.WriteEndObject();

        json.WriteStartObject("invoiceInformation");
        json.WriteString("dueDate", Instant.Text(invoice.DueDate));
        json.WriteGiven("expirationDate", invoice.ExpirationDate is { } last ? Instant.Text(last) : null);
        json.WriteEndObject();

        json.WriteStartObject("orderInformation");
        json.WriteStartObject("amountDetails");
        json.WriteAmount("totalAmount", invoice.Total, invoice.Currency);
        json.WriteString("currency", invoice.Currency.Code);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
