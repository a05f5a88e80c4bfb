using System.Globalization;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>How a merchant's invoices are numbered, as it was typed.</summary>
/// <param name="Prefix">What stands before the running number; blank: nothing.</param>
/// <param name="Next">The running number that the next invoice gets, 1 or more.</param>
internal sealed record Numbers(string? Prefix, string? Next)
{
    public static Numbers Of(Merchant merchant) => new(merchant.NumberPrefix, (merchant.LastInvoiceNumber + 1).ToString(CultureInfo.InvariantCulture));
}
