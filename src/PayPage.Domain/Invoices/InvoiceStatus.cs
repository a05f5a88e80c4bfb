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

public static class InvoiceStatuses
{
    /// <param name="pending">Whether bank money for it is on its way.</param>
    public static InvoiceStatus Of(InvoiceStage stage, long due, long paid, bool pending) => stage switch
    {
        InvoiceStage.Canceled => InvoiceStatus.Canceled,
        InvoiceStage.Draft => InvoiceStatus.Draft,
        InvoiceStage.Created or InvoiceStage.Sent =>
            due <= 0 ? InvoiceStatus.Paid
            : pending ? InvoiceStatus.Pending
            : paid > 0 ? InvoiceStatus.Partial
            : stage == InvoiceStage.Sent ? InvoiceStatus.Sent
            : InvoiceStatus.Created,
    };
}
