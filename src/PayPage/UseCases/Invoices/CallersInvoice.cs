using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Invoices;

/// <summary>The one way to an invoice by its number: nobody reaches another merchant's, nor test money from live.</summary>
internal static class CallersInvoice
{
    /// <returns>One or none.</returns>
    public static IQueryable<Invoice> Numbered(this IQueryable<Invoice> invoices, string number, Caller caller) =>
        invoices.Where(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.Number == number);
}
