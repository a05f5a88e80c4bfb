using PayPage.Domain.Invoices;

namespace PayPage.Pages.Office;

/// <summary>An invoice's status for people, and the badge it wears. The word says all; the colour only helps.</summary>
internal static class StatusWords
{
    public static string Name(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft => "Draft",
        InvoiceStatus.Created => "Created",
        InvoiceStatus.Sent => "Sent",
        InvoiceStatus.Partial => "Partly paid",
        InvoiceStatus.Pending => "Pending",
        InvoiceStatus.Paid => "Paid",
        InvoiceStatus.Canceled => "Canceled",
    };

    /// <summary>For the class attribute.</summary>
    public static string Badge(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Paid => "badge good",
        InvoiceStatus.Sent or InvoiceStatus.Partial or InvoiceStatus.Pending => "badge info",
        InvoiceStatus.Draft or InvoiceStatus.Created or InvoiceStatus.Canceled => "badge",
    };
}
