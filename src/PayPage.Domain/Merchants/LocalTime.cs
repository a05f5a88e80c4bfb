namespace PayPage.Domain.Merchants;

/// <summary>From days and times at a merchant's place to instants. Clocks there skip hours, repeat them, and once skipped a day (Apia, 30 December 2011).</summary>
public static class LocalTime
{
    /// <summary>The instant at which it is that time there. Where clocks skip it, the first instant behind the gap; where it comes twice, the first time.</summary>
    public static DateTimeOffset InstantOf(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var there = day.ToDateTime(time);

        // A skipped day is not called invalid: what does not come back as it went is a time that never was.
        while (zone.IsInvalidTime(there) || TimeZoneInfo.ConvertTime(At(there, zone), zone).DateTime != there)
        {
            there = there.AddMinutes(1);
        }

        return At(there, zone).ToUniversalTime();
    }

    /// <summary>Which day it is there.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>Which time it is there.</summary>
    public static TimeOnly TimeOf(DateTimeOffset at, TimeZoneInfo zone) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static DateTimeOffset At(DateTime there, TimeZoneInfo zone) =>
        new(there, zone.IsAmbiguousTime(there) ? zone.GetAmbiguousTimeOffsets(there).Max() : zone.GetUtcOffset(there));
}
