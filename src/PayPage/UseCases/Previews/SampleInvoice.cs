using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Previews;

/// <summary>An invoice to show where there is none: in the merchant's currency, with a little of everything.</summary>
internal static class SampleInvoice
{
    private const long WorthAtLeast = 400;    // of the lines below

    /// <param name="today">The date at the merchant's place.</param>
    public static InvoiceProposal For(Merchant merchant, DateOnly today) => new()
    {
        CustomerName = "Robin Sample",
        CustomerEmail = "robin.sample@example.com",
        CustomerPhone = "+31612345678",
        Instructions = "This is a sample invoice. Your own words to a customer stand here.",
        DueDate = today.AddDays(merchant.DueDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Currency = (merchant.DefaultCurrency ?? Currency.Usd).Code,
        TaxRate = "8",
        FreightAmount = "15",
        AllowsParts = merchant.AllowsParts ? "true" : "false",
        MinimumPart = MinimumOf(merchant),
        Lines =
        [
            new() { Name = "First thing you sell", Quantity = "2", UnitPrice = "120" },
            new() { Name = "Second thing you sell", Quantity = "12", UnitPrice = "15", DiscountPercent = "10" },
        ],
    };

    /// <returns>Null where there is none, and where it is more than a sample is worth.</returns>
    private static string? MinimumOf(Merchant merchant) =>
        merchant is { AllowsParts: true, MinimumPart: { } minor, DefaultCurrency: { } currency } && minor <= WorthAtLeast * currency.UnitsPerOne
            ? new Money(minor, currency).Figure
            : null;
}
