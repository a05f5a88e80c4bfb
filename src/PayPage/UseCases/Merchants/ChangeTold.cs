using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes who of his people is told of payments and of mails that came back. May be repeated.</summary>
internal sealed class ChangeTold(WriteSeam write)
{
    private const int MostAddresses = 10;

    private static readonly char[] Separators = ['\n', ',', ';'];

    /// <param name="told">One address per line; blank: the merchant's own address.</param>
    /// <param name="seen">The stamp of what was shown (<see cref="SettingsStamp"/>); null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(MerchantId id, Told told, string? seen, CancellationToken ct)
    {
        var typed = new TypedFields();
        var addresses = Read(told, typed);

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, addresses, seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    /// <returns>One address per line; null: the merchant's own. Worth something only where <paramref name="typed"/> is sound.</returns>
    /// <param name="field">The form's name for them.</param>
    public static string? Read(Told told, TypedFields typed, string field = nameof(Told.ConfirmationEmails)) => Addresses(told.ConfirmationEmails, typed, field) is { Count: > 0 } addresses ? string.Join('\n', addresses) : null;

    private static List<string> Addresses(string? text, TypedFields typed, string field)
    {
        var addresses = new List<string>();
        var entries = (text ?? "").ReplaceLineEndings("\n").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        if (entries.Length > MostAddresses)
        {
            typed.Refuse(field, $"Write at most {MostAddresses} addresses. A list of your mail system can pass the mails on to more people.");
            return addresses;
        }

        for (var i = 0; i < entries.Length; i++)
        {
            if (!EmailAddress.TryParse(entries[i], out var address))
            {
                typed.Refuse(field, $"What you wrote as address number {i + 1} is no e-mail address. Write one address on each line, for example name@example.com.");
            }
            else if (!addresses.Contains(address, StringComparer.OrdinalIgnoreCase))
            {
                addresses.Add(address);
            }
        }

        if (addresses.Sum(address => address.Length + 1) > Merchant.ConfirmationEmailsLength)
        {
            typed.Refuse(field, $"These addresses are too long together: write at most {Merchant.ConfirmationEmailsLength} characters.");
        }

        return addresses;
    }

    private static async Task<SettingsOutcome> SaveAsync(Unit unit, MerchantId id, string? addresses, string? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);

        if (!SettingsStamp.Fits(seen, Told.StampOf(merchant)))
        {
            return new SettingsOutcome.Overtaken();
        }

        merchant.ConfirmationEmails = addresses;
        return new SettingsOutcome.Saved();
    }
}

/// <param name="ConfirmationEmails">One address per line, as it was typed.</param>
internal sealed record Told(string? ConfirmationEmails)
{
    public static Told Of(Merchant merchant) => new(merchant.ConfirmationEmails);

    public static string StampOf(Merchant merchant) => SettingsStamp.Of(Of(merchant));
}
