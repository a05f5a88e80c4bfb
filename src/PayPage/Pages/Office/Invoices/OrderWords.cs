using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Pages.Office.Invoices;

/// <summary>An order as the list's address says it: <c>created</c> upwards, <c>-created</c> downwards.</summary>
internal static class OrderWords
{
    private const char Down = '-';

    public static string Written(InvoiceOrder order) => $"{(order.Descending ? Down : "")}{order.Sort.ToString().ToLowerInvariant()}";

    /// <summary>What cannot be read is the usual one.</summary>
    public static InvoiceOrder Read(string text) => Enum.TryParse<InvoiceSort>(text.TrimStart(Down), ignoreCase: true, out var sort) && Enum.IsDefined(sort)
        ? new InvoiceOrder(sort, text[0] == Down)
        : InvoiceOrder.Usual;
}
