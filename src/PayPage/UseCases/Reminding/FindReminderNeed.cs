using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Reminders;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Reminding;

/// <summary>Whether a reminder that had to wait for its server is still worth sending. Asked at each try, beside what every mail is asked (<see cref="FindNeed"/>).</summary>
internal sealed class FindReminderNeed(PayPageDbContext db)
{
    internal const string PlanChanged = "Its day is no step of the plan any more: the due date or the plan was changed.";
    internal const string TooLate = "Its day is too long ago.";
    internal const string AnotherToday = "Another reminder of this invoice has left today.";

    private const string DayForm = "yyyy-MM-dd";

    /// <returns>Why it is not sent any more; null when it is.</returns>
    public async Task<string?> ObjectionAsync(OutboxMessage message, Matter matter, CancellationToken ct)
    {
        var step = DateOnly.ParseExact(message.Key[^DayForm.Length..], DayForm, CultureInfo.InvariantCulture);    // PromiseReminder wrote it
        var midnight = LocalTime.InstantOf(matter.Today, TimeOnly.MinValue, matter.Merchant.Zone);

        return !matter.Merchant.ReminderPlan.Days.Any(days => matter.Invoice.DueDate.AddDays(days) == step) ? PlanChanged
            : matter.Today.DayNumber - step.DayNumber > ReminderDays.MostLate ? TooLate
            : await db.Customers.AnyAsync(c => c.Id == matter.Invoice.CustomerId && c.GetsNoReminders, ct) ? FindNeed.RemindersOff
            : await db.Outbox.AnyAsync(
                m => m.InvoiceId == message.InvoiceId && m.Kind == OutboxKind.ReminderMail && m.Id != message.Id && m.SentAt >= midnight, ct) ? AnotherToday
            : null;
    }
}
