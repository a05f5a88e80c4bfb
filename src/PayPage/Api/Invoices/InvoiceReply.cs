using System.Text.Json;
using PayPage.Api.Fields;
using PayPage.Api.Json;
using PayPage.Api.Settings;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.UseCases.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>An invoice in the dialect: one shape for all answers that show one. What is absent is left out.</summary>
internal static class InvoiceReply
{
    public static void Write(Utf8JsonWriter json, ShowInvoice.View view, DateTimeOffset now)
    {
        var invoice = view.Invoice;

        InvoiceLinks.Write(json, invoice.Number, view.Status, invoice.Paid, invoice.Reserved);
        json.WriteString("id", invoice.Number);
        json.WriteString("submitTimeUtc", Instant.Text(now));
        json.WriteString("status", StatusName(view.Status));
        WritePartner(json, invoice);
        WriteCustomer(json, invoice.BillTo);

        json.WriteStartObject("processingInformation");
        json.WriteBoolean("requestPhone", invoice.AsksPhone);
        json.WriteBoolean("requestShipping", invoice.AsksShipping);
        json.WriteEndObject();

        WriteInvoice(json, view);
        OrderReply.Write(json, invoice);
        FieldValuesReply.Write(json, invoice.Fields);
        PayerReply.Write(json, view.Payers);
    }

    /// <summary>What happened to it, in the dialect's words. Links and openings have none there and are not shown.</summary>
    public static void WriteHistory(Utf8JsonWriter json, ShowInvoice.View view)
    {
        json.WriteStartArray("invoiceHistory");

        foreach (var happening in view.History)
        {
            if (EventName(happening.Kind) is { } name)
            {
                json.WriteStartObject();
                json.WriteString("event", name);
                json.WriteString("date", Instant.Text(happening.At));
                WriteTransaction(json, happening, view.Invoice);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    /// <summary>The address of an invoice inside the API, without its prefix.</summary>
    public static string PathOf(string number) => $"/v2/invoices/{Uri.EscapeDataString(number)}";

    private static void WriteCustomer(Utf8JsonWriter json, BillTo to)
    {
        json.WriteStartObject("customerInformation");
        json.WriteGiven("name", to.Name);
        json.WriteGiven("email", to.Email);
        json.WriteGiven("phoneNumber", to.Phone);
        json.WriteGiven("merchantCustomerId", to.MerchantCustomerId);

        if (to.CompanyName is not null)
        {
            json.WriteStartObject("company");
            json.WriteString("name", to.CompanyName);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteInvoice(Utf8JsonWriter json, ShowInvoice.View view)
    {
        var invoice = view.Invoice;

        json.WriteStartObject("invoiceInformation");
        json.WriteString("invoiceNumber", invoice.Number);
        json.WriteGiven("transactionReferenceNumber", invoice.TransactionReference);
        json.WriteGiven("description", invoice.Description);
        json.WriteGiven("specialInstructions", invoice.Instructions);
        json.WriteGiven("language", invoice.Language);
        json.WriteString("dueDate", Instant.Text(invoice.DueDate));
        json.WriteGiven("expirationDate", invoice.ExpirationDate is { } last ? Instant.Text(last) : null);
        json.WriteBoolean("allowPartialPayments", invoice.AllowsParts);
        json.WriteGiven("paymentLink", HasLink(view.Status) ? view.Link?.AbsoluteUri : null);

        if (!invoice.IncludesLink)
        {
            json.WriteBoolean("includePaymentLink", false);    // not of the dialect: only who asked for it, or has it as his default, meets it
        }

        json.WriteString("deliveryMode", invoice.Delivery switch
        {
            DeliveryMode.None => "None",
            DeliveryMode.Email => "Email",
            DeliveryMode.Sms => "Sms",      // the dialect knows neither this nor the next: only who asked for them meets them
            DeliveryMode.Both => "Both",
        });
        LabelsReply.Write(json, view.Labels);
        json.WriteEndObject();
    }

    private static void WriteTransaction(Utf8JsonWriter json, ShowInvoice.Happening happening, Invoice invoice)
    {
        if (happening is { Kind: AuditKind.PaymentSucceeded, Reference: { } reference })
        {
            json.WriteStartObject("transactionDetails");
            json.WriteString("transactionId", reference);
            json.WriteAmount("amount", happening.Amount, invoice.Currency);
            json.WriteEndObject();
        }
    }

    private static void WritePartner(Utf8JsonWriter json, Invoice invoice)
    {
        if (invoice is { PartnerDeveloperId: null, PartnerSolutionId: null })
        {
            return;
        }

        json.WriteStartObject("clientReferenceInformation");
        json.WriteStartObject("partner");
        json.WriteGiven("developerId", invoice.PartnerDeveloperId);
        json.WriteGiven("solutionId", invoice.PartnerSolutionId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static bool HasLink(InvoiceStatus status) => status is not (InvoiceStatus.Draft or InvoiceStatus.Canceled);

    public static string StatusName(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft => "DRAFT",
        InvoiceStatus.Created => "CREATED",
        InvoiceStatus.Sent => "SENT",
        InvoiceStatus.Partial => "PARTIAL",
        InvoiceStatus.Pending => "PENDING",
        InvoiceStatus.Paid => "PAID",
        InvoiceStatus.Canceled => "CANCELED",
    };

    private static string? EventName(AuditKind kind) => kind switch
    {
        AuditKind.InvoiceDrafted => "DRAFT",
        AuditKind.InvoiceCreated => "CREATE",
        AuditKind.InvoiceSent => "SEND",
        AuditKind.InvoiceResent => "RESEND",
        AuditKind.InvoiceChanged or AuditKind.AddressChanged => "UPDATE",
        AuditKind.ReminderSent => "REMINDER",
        AuditKind.PaymentSucceeded => "PAYMENT",
        AuditKind.PaymentProcessing => "PENDING",
        AuditKind.PaymentDeclined => "REJECTED",
        AuditKind.InvoiceCanceled => "CANCEL",
        _ => null,
    };
}
