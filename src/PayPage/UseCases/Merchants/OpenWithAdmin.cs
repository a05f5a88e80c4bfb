using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Team;

namespace PayPage.UseCases.Merchants;

/// <summary>An operator opens a merchant and invites its first administrator, in one commit: no merchant is left without anybody.</summary>
internal sealed class OpenWithAdmin(WriteSeam write, OpenMerchant open, InviteColleague invite)
{
    /// <param name="wanted">Judged by <see cref="Read"/>.</param>
    /// <param name="adminEmail">Judged too.</param>
    public Task<MerchantId> HandleAsync(NewMerchant wanted, string adminEmail, UserId invitedBy, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var merchant = open.In(unit, wanted);
            await invite.InAsync(unit, merchant.Id, adminEmail, Role.Admin, invitedBy, token);
            return merchant.Id;
        },
        ct);

    /// <returns>What is wrong, by the form's field; and what is meant where nothing is.</returns>
    public static (NewMerchant? Wanted, string AdminEmail, IReadOnlyDictionary<string, string> Faults) Read(
        string? name, string? email, string? zone, string? currency, string? adminEmail)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var called = FreeText.Clean(name ?? "");

        if (called.Length is 0 or > Merchant.NameLength)
        {
            faults["Name"] = $"Write the name of the business, at most {Merchant.NameLength} characters.";
        }

        if (!EmailAddress.TryParse(email, out var address))
        {
            faults["Email"] = "Write an e-mail address, such as accounts@example.com.";
        }

        if (!IsZone(zone))
        {
            faults["Zone"] = "Choose a time zone from the list.";
        }

        if (!Currency.TryParse(currency?.Trim().ToUpperInvariant(), out var money))
        {
            faults["Currency"] = "Write a currency as three letters, such as EUR.";
        }

        if (!EmailAddress.TryParse(adminEmail, out var admin))
        {
            faults["Admin"] = "Write an e-mail address, such as ann@example.com.";
        }

        return (faults.Count > 0 ? null : new NewMerchant(called, address, zone!, money), admin, faults);
    }

    private static bool IsZone(string? zone) =>
        zone is { Length: > 0 } && zone.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+') && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
}
