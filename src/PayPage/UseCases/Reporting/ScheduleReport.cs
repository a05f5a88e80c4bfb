using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Reports;
using PayPage.UseCases.Merchants;

namespace PayPage.UseCases.Reporting;

/// <summary>A saved report goes out by itself from now on, to other people, on other days, or not any more. All of it or nothing; may be repeated.</summary>
internal sealed class ScheduleReport(WriteSeam write, TimeProvider clock)
{
    /// <param name="seen">The stamp of what was shown; null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(SavedReportId id, TypedSchedule schedule, string? seen, Caller caller, CancellationToken ct)
    {
        var typed = new TypedFields();
        var wanted = Read(schedule, typed);
        var recipients = wanted is null ? null : ChangeTold.Read(new Told(schedule.Recipients), typed, nameof(TypedSchedule.Recipients));

        if (wanted is not null && typed.AreSound && recipients is null)
        {
            typed.Refuse(nameof(TypedSchedule.Recipients), "Write at least one e-mail address.");
        }

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, wanted, recipients, seen, caller, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    /// <returns>Null: it stays at home.</returns>
    private static ReportSchedule? Read(TypedSchedule schedule, TypedFields typed)
    {
        switch (schedule.Cadence)
        {
            case TypedSchedule.Never:
                return null;
            case TypedSchedule.Daily:
                return new ReportSchedule(ReportCadence.Daily, 1);
            case TypedSchedule.Weekly:
                return new ReportSchedule(ReportCadence.Weekly, (int)(Day(nameof(TypedSchedule.WeekDay), schedule.WeekDay, 7) ?? 1));
            case TypedSchedule.Monthly:
                return new ReportSchedule(ReportCadence.Monthly, (int)(Day(nameof(TypedSchedule.MonthDay), schedule.MonthDay, 31) ?? 1));
            default:
                typed.Refuse(nameof(TypedSchedule.Cadence), "Choose how often.");
                return null;
        }

        long? Day(string field, string? text, int most)
        {
            var day = typed.Whole(field, text, 1, most);

            if (day is null)
            {
                typed.Refuse(field, $"Choose a day from 1 to {most}.");
            }

            return day;
        }
    }

    private async Task<SettingsOutcome> SaveAsync(
        Unit unit, SavedReportId id, ReportSchedule? wanted, string? recipients, string? seen, Caller caller, CancellationToken ct)
    {
        var report = await unit.Db.SavedReports.Mine(caller).SingleAsync(r => r.Id == id, ct);

        if (!SettingsStamp.Fits(seen, TypedSchedule.StampOf(report)))
        {
            return new SettingsOutcome.Overtaken();
        }

        if (wanted is { } schedule && recipients is not null)
        {
            var zone = await unit.Db.Merchants.Where(m => m.Id == caller.MerchantId).Select(m => m.TimeZone).SingleAsync(ct);
            report.GoOut(schedule, recipients, clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone));
        }
        else
        {
            report.StayHome();
        }

        return new SettingsOutcome.Saved();
    }
}
