using PayPage.Domain.Merchants;

namespace PayPage.Domain.Reminders;

/// <summary>When reminders go out, and for which due dates. Pure: days in, days out.</summary>
public static class ReminderDays
{
    /// <summary>Not before this at the merchant's place: people read their mail then, and can ask.</summary>
    public static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Nor from this on: a site that was down all day waits for the next morning.</summary>
    public static readonly TimeOnly Evening = new(20, 0);

    /// <summary>Days by which a step may be late. What was missed for longer is not sent at all: it would say what nobody wants to hear any more.</summary>
    public const int MostLate = 2;

    /// <returns>When the merchant's next round begins.</returns>
    /// <param name="doneThrough">The last day whose steps were gone through.</param>
    public static DateTimeOffset NextRound(DateOnly doneThrough, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalTime.DayOf(now, zone);
        var first = doneThrough < today ? today : doneThrough.AddDays(1);
        var at = LocalTime.InstantOf(first, Morning, zone);

        return first > today || now < at ? at
            : LocalTime.TimeOf(now, zone) < Evening ? now
            : LocalTime.InstantOf(today.AddDays(1), Morning, zone);
    }

    /// <summary>For which due dates a round of today has something to say, and as the step of which day.</summary>
    /// <param name="doneThrough">The last day whose steps were gone through.</param>
    /// <returns>In the order of due dates. Of two steps that are late for one due date only the later counts: nobody is reminded twice at once.</returns>
    public static IReadOnlyList<(DateOnly Due, DateOnly StepDay)> Of(ReminderPlan plan, DateOnly doneThrough, DateOnly today)
    {
        var first = doneThrough.AddDays(1) > today.AddDays(-MostLate) ? doneThrough.AddDays(1) : today.AddDays(-MostLate);
        var steps = from late in Enumerable.Range(0, Math.Max(0, today.DayNumber - first.DayNumber + 1))
                    let stepDay = today.AddDays(-late)
                    from days in plan.Days
                    select (Due: stepDay.AddDays(-days), StepDay: stepDay);

        return [.. steps.GroupBy(step => step.Due).Select(same => same.MaxBy(step => step.StepDay)).OrderBy(step => step.Due)];
    }
}
