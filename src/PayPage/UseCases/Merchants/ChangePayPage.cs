using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes what his pay page asks, how it calls things, and where it leads on to. All of it or nothing; may be repeated.</summary>
internal sealed class ChangePayPage(WriteSeam write, BackAddressRules back)
{
    /// <param name="seen">The stamp of what was shown (<see cref="SettingsStamp"/>); null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(MerchantId id, PayPageSettings settings, string? seen, CancellationToken ct)
    {
        var typed = new TypedFields();
        var labels = TypedLabel.Read(settings.Labels, (row, member) => $"{nameof(PayPageSettings.Labels)}[{row}].{member}", typed);
        var paid = back.Read(nameof(PayPageSettings.BackWhenPaid), settings.BackWhenPaid, typed);
        var rejected = back.Read(nameof(PayPageSettings.BackWhenRejected), settings.BackWhenRejected, typed);
        var pending = back.Read(nameof(PayPageSettings.BackWhenPending), settings.BackWhenPending, typed);
        var vat = typed.Text(nameof(PayPageSettings.VatNumber), settings.VatNumber, Merchant.VatNumberLength);

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, Put, seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));

        void Put(Merchant merchant)
        {
            merchant.Labels = labels;
            (merchant.AsksPhone, merchant.AsksShipping, merchant.AsksEmail) = (settings.AsksPhone, settings.AsksShipping, settings.AsksEmail);
            (merchant.BackWhenPaid, merchant.BackWhenRejected, merchant.BackWhenPending) = (paid, rejected, pending);
            (merchant.VatNumber, merchant.ShowsVatNumber) = (vat, settings.ShowsVatNumber);
        }
    }

    private static async Task<SettingsOutcome> SaveAsync(Unit unit, MerchantId id, Action<Merchant> put, string? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);

        if (!SettingsStamp.Fits(seen, PayPageSettings.StampOf(merchant)))
        {
            return new SettingsOutcome.Overtaken();
        }

        put(merchant);
        return new SettingsOutcome.Saved();
    }
}
