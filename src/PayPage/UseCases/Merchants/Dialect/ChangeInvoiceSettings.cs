using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Documents;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reminders;

namespace PayPage.UseCases.Merchants.Dialect;

/// <summary>A merchant's system changes his settings in Visa Acceptance's dialect. All of it or nothing; may be repeated. What is not said stays as it is.</summary>
internal sealed class ChangeInvoiceSettings(WriteSeam write, BackAddressRules back, IDocumentRenderer papers, TimeProvider clock)
{
    /// <param name="faults">What could not even be read, by the member's name; said with all else that is wrong.</param>
    /// <param name="seen">The stamp of what was shown (<see cref="InvoiceSettings.StampOf"/>); null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(
        MerchantId id, InvoiceSettings settings, IReadOnlyDictionary<string, string> faults, string? seen, CancellationToken ct)
    {
        var typed = new TypedFields();

        foreach (var (field, message) in faults)
        {
            typed.Refuse(field, message);
        }

        var reading = new ReadInvoiceSettings(settings, back, papers, typed);
        var put = reading.Handle();

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, (put, reading.Logo, settings.Reminds), seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    private async Task<SettingsOutcome> SaveAsync(
        Unit unit, MerchantId id, (Action<Merchant> Put, LogoFile? Logo, bool? Reminds) wanted, string? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);

        if (!SettingsStamp.Fits(seen, InvoiceSettings.StampOf(merchant)))
        {
            return new SettingsOutcome.Overtaken();
        }

        wanted.Put(merchant);

        if (wanted.Logo is { } logo)
        {
            merchant.Logo = await ChangeLook.KeepAsync(unit, id, logo, ct);
        }

        if (wanted.Reminds is { } reminds)
        {
            await SwitchAsync(unit, merchant, reminds, ct);
        }

        return new SettingsOutcome.Saved();
    }

    /// <summary>The days are the merchant's own, which he chooses in the back office. Where all of them are off, the usual ones are meant: five days before, and the day after.</summary>
    private async Task SwitchAsync(Unit unit, Merchant merchant, bool reminds, CancellationToken ct)
    {
        if (reminds && !merchant.Reminds)
        {
            await ChangeReminders.BeginAsync(unit, merchant, clock.GetUtcNow(), ct);
        }

        if (reminds && !merchant.ReminderPlan.Days.Any())
        {
            merchant.ReminderPlan = ReminderPlan.Usual;
        }

        merchant.Reminds = reminds;
    }
}
