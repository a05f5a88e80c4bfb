namespace PayPage.Domain.Reports;

public enum ReportCadence
{
    Daily,
    Weekly,
    Monthly,
}

/// <summary>On which days a report goes out, and of which days it tells. Pure: days in, days out, all at the merchant's place.</summary>
/// <param name="Day">Weekly: 1 for Monday to 7 for Sunday. Monthly: 1 to 31, the last day where a month has fewer. Daily: not looked at.</param>
public readonly record struct ReportSchedule(ReportCadence Cadence, int Day)
{
    /// <summary>Before people come to work, and behind the hours in which clocks change.</summary>
    public static readonly TimeOnly Time = new(6, 0);

    /// <summary>The first day after this on which it goes out.</summary>
    public DateOnly Next(DateOnly after)
    {
        var day = after.AddDays(1);

        while (!IsOn(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The last day, this one or before, on which it goes out.</summary>
    public DateOnly Last(DateOnly today)
    {
        while (!IsOn(today))
        {
            today = today.AddDays(-1);
        }

        return today;
    }

    /// <summary>Of which days it tells on a day: of the day before, of the seven days before, of the calendar month before. Both are included.</summary>
    public (DateOnly From, DateOnly To) PeriodOf(DateOnly runDay)
    {
        var month = runDay.AddDays(1 - runDay.Day);

        return Cadence switch
        {
            ReportCadence.Daily => (runDay.AddDays(-1), runDay.AddDays(-1)),
            ReportCadence.Weekly => (runDay.AddDays(-7), runDay.AddDays(-1)),
            ReportCadence.Monthly => (month.AddMonths(-1), month.AddDays(-1)),
        };
    }

    private bool IsOn(DateOnly day) => Cadence switch
    {
        ReportCadence.Daily => true,
        ReportCadence.Weekly => (day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek) == Day,
        ReportCadence.Monthly => day.Day == Math.Min(Day, DateTime.DaysInMonth(day.Year, day.Month)),
    };
}
