using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>What a merchant's new invoices start with, as it was typed.</summary>
/// <param name="Currency">ISO 4217; blank: chosen each time.</param>
/// <param name="DueDays">0 to 365.</param>
/// <param name="AllowsParts">Whether they may be paid in parts.</param>
/// <param name="MinimumPart">The least part in that currency; blank: none is set.</param>
/// <param name="AlwaysLink">Whether mails and papers carry a link to pay.</param>
/// <param name="LinkHours">1 to 168; blank: as the site is set.</param>
internal sealed record Defaults(string? Currency, string? DueDays, bool AllowsParts, string? MinimumPart, bool AlwaysLink, string? LinkHours)
{
    public static Defaults Of(Merchant merchant) => new(
        merchant.DefaultCurrency?.Code,
        Figure(merchant.DueDays),
        merchant.AllowsParts,
        merchant is { MinimumPart: { } least, DefaultCurrency: { } currency } ? new Money(least, currency).Figure : null,
        merchant.AlwaysLink,
        merchant.LinkHours is { } hours ? Figure(hours) : null);

    public static string StampOf(Merchant merchant) => SettingsStamp.Of(Of(merchant));

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
