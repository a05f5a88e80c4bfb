using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reminders;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes when customers are reminded, and in which words. All of it or nothing; may be repeated. It counts from the next morning on.</summary>
internal sealed class ChangeReminders(WriteSeam write, TimeProvider clock)
{
    /// <param name="seen">The stamp of what was shown (<see cref="SettingsStamp"/>); null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(MerchantId id, Reminders reminders, string? seen, CancellationToken ct)
    {
        var typed = new TypedFields();
        var plan = PlanOf(reminders, typed);
        var message = string.IsNullOrWhiteSpace(reminders.ReminderMessage) ? null : FreeText.Clean(reminders.ReminderMessage, lines: true).Trim();

        if (message is not null && MailTemplate.ReadMessage(message) is MailReading.Faulty faulty)
        {
            typed.Refuse(nameof(Reminders.ReminderMessage), faulty.Message);
        }

        return typed.AreSound && plan is not null
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, (reminders.Reminds, plan, message), seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    private static ReminderPlan? PlanOf(Reminders reminders, TypedFields typed)
    {
        var steps = new List<ReminderStep>();

        for (var i = 0; i < reminders.Steps.Count; i++)
        {
            var (row, field) = (reminders.Steps[i], $"Steps[{i}].Days");
            var isAfter = row.When == TypedStep.After;

            if (typed.Whole(field, row.Days, 0, isAfter ? ReminderPlan.MostAfter : ReminderPlan.MostBefore) is not { } days)
            {
                continue;
            }

            var step = new ReminderStep((int)(isAfter ? days : -days), row.IsOn);

            if (steps.Exists(other => other.Days == step.Days))
            {
                typed.Refuse(field, "There is a reminder on this day already: nobody is reminded of one invoice twice in a day.");
            }

            steps.Add(step);
        }

        if (steps.Count > ReminderPlan.MostSteps)
        {
            typed.Refuse($"Steps[{ReminderPlan.MostSteps}].Days", $"Write at most {ReminderPlan.MostSteps} reminders.");
        }
        else if (reminders.Reminds && typed.AreSound && !steps.Exists(step => step.IsOn))
        {
            typed.Refuse(nameof(Reminders.Reminds), "Switch on at least one day below, or all reminders off here.");
        }

        return typed.AreSound ? ReminderPlan.Of(steps) : null;
    }

    private async Task<SettingsOutcome> SaveAsync(
        Unit unit, MerchantId id, (bool Reminds, ReminderPlan Plan, string? Message) wanted, string? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);

        if (!SettingsStamp.Fits(seen, Reminders.StampOf(merchant)))
        {
            return new SettingsOutcome.Overtaken();
        }

        if (wanted.Reminds && !merchant.Reminds)
        {
            await BeginAsync(unit, merchant, clock.GetUtcNow(), ct);
        }

        (merchant.Reminds, merchant.ReminderPlan, merchant.ReminderMessage) = wanted;
        return new SettingsOutcome.Saved();
    }

    /// <summary>What should have gone out while nobody wanted reminders is nobody's any more.</summary>
    internal static async Task BeginAsync(Unit unit, Merchant merchant, DateTimeOffset now, CancellationToken ct)
    {
        var round = await unit.Db.ReminderRounds.SingleOrDefaultAsync(r => r.MerchantId == merchant.Id, ct);

        if (round is null)
        {
            round = new ReminderRound { MerchantId = merchant.Id };
            unit.Db.ReminderRounds.Add(round);
        }

        round.Begin(now, merchant.Zone);
    }
}
