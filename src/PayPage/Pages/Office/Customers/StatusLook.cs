using PayPage.Domain.Invoices;

namespace PayPage.Pages.Office.Customers;

/// <summary>In which colour a status is worn. The word says it; the colour only helps.</summary>
internal static class StatusLook
{
    public static string Of(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Paid => "good",
        InvoiceStatus.Pending or InvoiceStatus.Partial => "warn",
        InvoiceStatus.Sent or InvoiceStatus.Created => "info",
        InvoiceStatus.Draft or InvoiceStatus.Canceled => "calm",
        _ => "calm",
    };
}
