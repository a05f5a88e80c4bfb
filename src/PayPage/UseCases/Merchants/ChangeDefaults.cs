using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes what new invoices start with. All of it or nothing; may be repeated. Invoices that exist stay as they are.</summary>
internal sealed class ChangeDefaults(WriteSeam write)
{
    private const int MostDueDays = 365;
    private const int MostLinkHours = 168;    // a week

    /// <param name="seen">The stamp of what was shown (<see cref="SettingsStamp"/>); null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(MerchantId id, Defaults defaults, string? seen, CancellationToken ct)
    {
        var typed = new TypedFields();
        var put = Read(defaults, typed);

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, put, seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    /// <returns>Puts what was typed on a merchant; worth something only where <paramref name="typed"/> is sound.</returns>
    public static Action<Merchant> Read(Defaults defaults, TypedFields typed)
    {
        var currency = CurrencyOf(defaults, typed);
        var days = typed.Whole(nameof(Defaults.DueDays), defaults.DueDays, 0, MostDueDays);
        var minimum = MinimumOf(defaults, currency, typed);
        var hours = typed.Whole(nameof(Defaults.LinkHours), defaults.LinkHours, 1, MostLinkHours);

        if (days is null)
        {
            typed.Refuse(nameof(Defaults.DueDays), "Write in how many days a new invoice is due; 0 is the day itself.");
        }

        return merchant =>
        {
            (merchant.DefaultCurrency, merchant.MinimumPart) = (currency, minimum);
            (merchant.DueDays, merchant.AllowsParts) = ((int)(days ?? 0), defaults.AllowsParts);
            (merchant.AlwaysLink, merchant.LinkHours) = (defaults.AlwaysLink, (int?)hours);
        };
    }

    private static Currency? CurrencyOf(Defaults defaults, TypedFields typed)
    {
        if (string.IsNullOrWhiteSpace(defaults.Currency))
        {
            return null;
        }

        if (Currency.TryParse(defaults.Currency.Trim().ToUpperInvariant(), out var currency))
        {
            return currency;
        }

        typed.Refuse(nameof(Defaults.Currency), "Write the currency as the three letters of ISO 4217, for example EUR.");
        return null;
    }

    private static long? MinimumOf(Defaults defaults, Currency? currency, TypedFields typed)
    {
        const string field = nameof(Defaults.MinimumPart);

        if (string.IsNullOrWhiteSpace(defaults.MinimumPart))
        {
            return null;
        }

        if (currency is not { } known)
        {
            typed.Refuse(field, "Choose a currency first: without one nobody knows what this amount is. Or leave the minimum out.");
            return null;
        }

        if (AmountText.Read(defaults.MinimumPart, known.Digits, commaToo: true) is { Fault: null, Value: > 0 and <= Money.MostMinor and var minor })
        {
            return minor;
        }

        typed.Refuse(
            field, $"Write an amount above 0 in {known.Code} with {DecimalsOf(known)}, for example {new Money(10 * known.UnitsPerOne, known).Figure}. Or leave the minimum out.");
        return null;
    }

    private static string DecimalsOf(Currency currency) => currency.Digits == 0 ? "no decimals" : $"at most {currency.Digits} decimals and no separators between thousands";

    private static async Task<SettingsOutcome> SaveAsync(Unit unit, MerchantId id, Action<Merchant> put, string? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);

        if (!SettingsStamp.Fits(seen, Defaults.StampOf(merchant)))
        {
            return new SettingsOutcome.Overtaken();
        }

        put(merchant);
        return new SettingsOutcome.Saved();
    }
}
