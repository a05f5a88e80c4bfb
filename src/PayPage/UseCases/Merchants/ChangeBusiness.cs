using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes his names, his address and where he is. All of it or nothing; may be repeated.</summary>
/// <remarks>Receipts keep what they said, and links the instant at which they end: only what comes from now on follows.</remarks>
internal sealed class ChangeBusiness(WriteSeam write)
{
    private const int AddressLength = 400;
    private const int MostAddressLines = 6;
    private const int PhoneLength = 40;

    /// <param name="seen">The stamp of what was shown (<see cref="SettingsStamp"/>); null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(MerchantId id, Business business, string? seen, CancellationToken ct)
    {
        var typed = new TypedFields();
        var name = typed.Text(nameof(Business.Name), business.Name, Merchant.NameLength);
        var legalName = typed.Text(nameof(Business.LegalName), business.LegalName, Merchant.NameLength);
        var wanted = new Business(
            name,
            legalName == name ? null : legalName,
            typed.Lines(nameof(Business.Address), business.Address, AddressLength, MostAddressLines),
            typed.Email(nameof(Business.Email), business.Email),
            Phone(business.Phone, typed),
            Zone(business.TimeZone, typed),
            Language(business.Language, typed));

        if (wanted.Name is null)
        {
            typed.Refuse(nameof(Business.Name), "Write the name by which your customers know you.");
        }

        if (wanted.Email is null)
        {
            typed.Refuse(nameof(Business.Email), "Write the address to which your customers' questions go.");
        }

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, wanted, seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    private static string? Phone(string? text, TypedFields typed)
    {
        var readable = typed.Text(nameof(Business.Phone), text, PhoneLength);
        typed.Phone(nameof(Business.Phone), readable);
        return readable;
    }

    private static string? Zone(string? name, TypedFields typed)
    {
        if (MerchantZones.Has(name))
        {
            return name;
        }

        typed.Refuse(nameof(Business.TimeZone), "Choose one of the time zones on the list.");
        return null;
    }

    private static string? Language(string? tag, TypedFields typed)
    {
        if (HouseLanguages.Tags.Contains(tag, StringComparer.Ordinal))
        {
            return tag;
        }

        typed.Refuse(nameof(Business.Language), "Choose one of the languages on the list.");
        return null;
    }

    private static async Task<SettingsOutcome> SaveAsync(Unit unit, MerchantId id, Business business, string? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);

        if (!SettingsStamp.Fits(seen, Business.StampOf(merchant)))
        {
            return new SettingsOutcome.Overtaken();
        }

        // Never null where all is sound.
        (merchant.Name, merchant.Email, merchant.TimeZone, merchant.Language) = (business.Name!, business.Email!, business.TimeZone!, business.Language!);
        (merchant.LegalName, merchant.Address, merchant.Phone) = (business.LegalName, business.Address, business.Phone);
        return new SettingsOutcome.Saved();
    }
}
