using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>How a merchant's pages, mails and papers look, as it was typed and chosen.</summary>
/// <param name="Color"><c>#rrggbb</c>; null: the house's.</param>
/// <param name="Logo">A PNG or JPEG file (<see cref="LogoFile"/>); null: the one that is there stays.</param>
/// <param name="Terms">The address of the merchant's terms, <c>https</c>.</param>
/// <param name="Privacy">The address of what he says about payers' data, <c>https</c>.</param>
internal sealed record Look(string? Color, byte[]? Logo, string? Terms, string? Privacy)
{
    /// <summary>Whether the logo that is there goes. A new one counts more.</summary>
    public bool RemovesLogo { get; init; }

    public static Look Of(Merchant merchant) => new(merchant.Color?.ToString(), null, merchant.Terms?.AbsoluteUri, merchant.Privacy?.AbsoluteUri);

    public static string StampOf(Merchant merchant) => SettingsStamp.Of(new { Look = Of(merchant), merchant.Logo });
}
