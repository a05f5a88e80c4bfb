using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>Who a merchant is, as it was typed.</summary>
/// <param name="Name">The name that payers know.</param>
/// <param name="LegalName">The name in the register; blank where it is the same.</param>
/// <param name="Address">One line per line.</param>
/// <param name="Email">Where payers' questions go.</param>
/// <param name="Phone">Shown as it was typed, so that it can be read; with its country code, so that it can be dialled.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Language">BCP 47 tag, one of the house's.</param>
internal sealed record Business(string? Name, string? LegalName, string? Address, string? Email, string? Phone, string? TimeZone, string? Language)
{
    public static Business Of(Merchant merchant) => new(
        merchant.Name, merchant.LegalName, merchant.Address, merchant.Email, merchant.Phone, merchant.TimeZone, merchant.Language);

    public static string StampOf(Merchant merchant) => SettingsStamp.Of(Of(merchant));
}
