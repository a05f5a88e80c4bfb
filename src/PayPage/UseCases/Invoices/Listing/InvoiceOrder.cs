namespace PayPage.UseCases.Invoices.Listing;

/// <summary>By what the list is ordered. Each is the order of one index.</summary>
internal enum InvoiceSort
{
    Created,
    Due,

    /// <summary>The total, currency by currency: sums of two currencies have no order.</summary>
    Amount,
    Number,
    Customer,
}

internal readonly record struct InvoiceOrder(InvoiceSort Sort, bool Descending)
{
    /// <summary>The newest first.</summary>
    public static InvoiceOrder Usual => new(InvoiceSort.Created, Descending: true);
}
