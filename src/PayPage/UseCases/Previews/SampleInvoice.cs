using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Previews;

/// <summary>An invoice to show where there is none: in the merchant's currency, with a little of everything.</summary>
internal static class SampleInvoice
{
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
        Lines =
        [
            new() { Name = "First thing you sell", Quantity = "2", UnitPrice = "120" },
            new() { Name = "Second thing you sell", Quantity = "12", UnitPrice = "15", DiscountPercent = "10" },
        ],
    };
}
