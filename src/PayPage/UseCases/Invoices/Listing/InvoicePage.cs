using PayPage.Domain;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>One page of the list.</summary>
/// <param name="Rows">In the order that was asked for.</param>
/// <param name="Found">How many pass the filter; more than <see cref="ListInvoices.MostCounted"/> says only that it is more.</param>
/// <param name="Before">Where the page before this one is; null on the first.</param>
/// <param name="Behind">Where the next one is; null on the last.</param>
/// <param name="Currencies">Of all the merchant's invoices, by code.</param>
/// <param name="Today">The date at the merchant's place.</param>
internal sealed record InvoicePage(
    IReadOnlyList<InvoiceRow> Rows, int Found, ListCursor? Before, ListCursor? Behind, IReadOnlyList<Currency> Currencies, DateOnly Today);
