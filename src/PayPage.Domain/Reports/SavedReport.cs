using PayPage.Domain.Merchants;

namespace PayPage.Domain.Reports;

/// <summary>A report that people of a merchant want again: what is in it, and to whom it goes by itself.</summary>
public sealed class SavedReport
{
    public const int NameLength = 80;
    public const int QueryLength = 1500;
    public const int RecipientsLength = 1000;
    public const int ActorLength = 80;

    public required SavedReportId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    /// <summary>Test and live never meet in it.</summary>
    public required Mode Mode { get; init; }

    public required ReportKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>What is wanted, without days: names and values as in an address.</summary>
    public required string Query { get; init; }

    /// <summary>Who saved it: an id, never a name.</summary>
    public required string SavedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: it goes out only when somebody asks for it.</summary>
    public ReportCadence? Cadence { get; private set; }

    /// <summary>See <see cref="ReportSchedule.Day"/>.</summary>
    public int Day { get; private set; } = 1;

    /// <summary>To whom it goes, one address per line; null: to nobody.</summary>
    public string? Recipients { get; private set; }

    /// <summary>The last day, at the merchant's place, that is dealt with: it went out, or the schedule began then.</summary>
    public DateOnly? DoneThrough { get; private set; }

    /// <summary>When it goes out next; null without a schedule.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Nobody sees it any more; what it sent stays known.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public long Version { get; private set; }

    public ReportSchedule? Schedule => Cadence is { } cadence ? new ReportSchedule(cadence, Day) : null;

    public IReadOnlyList<string> Addresses() => Recipients?.Split('\n') ?? [];

    /// <summary>From tomorrow on, whatever went out today.</summary>
    /// <param name="recipients">One address per line, at least one.</param>
    public void GoOut(ReportSchedule schedule, string recipients, DateTimeOffset now, TimeZoneInfo zone)
    {
        (Cadence, Day, Recipients) = (schedule.Cadence, schedule.Day, recipients);
        Await(schedule, LocalTime.DayOf(now, zone), zone);
    }

    public void StayHome() => (Cadence, Recipients, DoneThrough, NextAt) = (null, null, null, null);

    public void Remove(DateTimeOffset now)
    {
        StayHome();
        RemovedAt = now;
    }

    /// <summary>It is its turn: the last day that has come counts, and days before it that were missed do not.</summary>
    /// <returns>The day; null where that day is dealt with already.</returns>
    public DateOnly? TakeTurn(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Schedule is not { } schedule)
        {
            return null;
        }

        var today = LocalTime.DayOf(now, zone);
        var day = schedule.Last(today);
        var isNew = DoneThrough is not { } done || day > done;

        Await(schedule, isNew || DoneThrough < today ? today : DoneThrough!.Value, zone);    // not null: else it is new
        return isNew ? day : null;
    }

    private void Await(ReportSchedule schedule, DateOnly doneThrough, TimeZoneInfo zone) =>
        (DoneThrough, NextAt) = (doneThrough, LocalTime.InstantOf(schedule.Next(doneThrough), ReportSchedule.Time, zone));
}

/// <summary>One going out of a saved report. Written once, never changed.</summary>
public sealed class ReportRun
{
    public const int KeyLength = 40;

    public required ReportRunId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required SavedReportId ReportId { get; init; }

    /// <summary>Unique for a report: the day of the schedule, or the run's own id where somebody asked for it.</summary>
    public required string Key { get; init; }

    /// <summary>Of which days it tells, both included; null: all.</summary>
    public required DateOnly? From { get; init; }

    public required DateOnly? To { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}
