namespace PayPage.Domain.Invoices;

/// <summary>The status that people and machines are shown (rules of money and links, 4). Never stored.</summary>
public enum InvoiceStatus
{
    Draft,
    Created,
    Sent,
    Partial,
    Pending,
    Paid,
    Canceled,
}
