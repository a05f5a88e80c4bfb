using System.Globalization;

namespace PayPage.Wording;

/// <summary>Dates and times as readers of a language write them, always with the zone named: a payer may sit in another one.</summary>
internal static class WordsOfTime
{
    public static string Date(this Words words, DateOnly date) => words.Phrase("Format.Date").Fill(
        [("day", Number(date.Day)), ("month", words.Months[date.Month - 1]), ("year", Number(date.Year))]);

    /// <summary><c>22 November 2026, 18:40 (Amsterdam, UTC+1)</c>.</summary>
    public static string Moment(this Words words, DateTimeOffset at, TimeZoneInfo zone) => words.Moment("Format.Moment", at, zone);

    /// <summary>The same for an instant to come, with "today" or "tomorrow" in front of it where that is so in the zone.</summary>
    public static string Coming(this Words words, DateTimeOffset at, TimeZoneInfo zone, DateTimeOffset now)
    {
        var days = Day(at, zone).DayNumber - Day(now, zone).DayNumber;
        return words.Moment(days switch { 0 => "Format.MomentToday", 1 => "Format.MomentTomorrow", _ => "Format.Moment" }, at, zone);
    }

    /// <summary><c>22 November 2026, 17:40 UTC</c>, for readers in English who belong to no merchant's zone.</summary>
    public static string Universal(this Words words, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{words.Date(DateOnly.FromDateTime(at.UtcDateTime))}, {at.UtcDateTime:HH:mm} UTC");

    /// <summary><c>a moment ago</c>, <c>40 seconds ago</c>, <c>2 minutes ago</c>, <c>3 days ago</c>.</summary>
    public static string Ago(this Words words, TimeSpan age)
    {
        if (age.TotalSeconds < 5)
        {
            return words["Ago.Moment"];
        }

        var (key, count) = age switch
        {
            { TotalSeconds: < 90 } => ("Ago.Seconds", (long)age.TotalSeconds),
            { TotalMinutes: < 90 } => ("Ago.Minutes", (long)age.TotalMinutes),
            { TotalHours: < 36 } => ("Ago.Hours", (long)age.TotalHours),
            _ => ("Ago.Days", (long)age.TotalDays),
        };

        return words.Phrase(words.Form(key, count)).Fill([("count", words.Count(count))]);
    }

    private static string Moment(this Words words, string key, DateTimeOffset at, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(at, zone);
        return words.Phrase(key).Fill(
        [
            ("date", words.Date(DateOnly.FromDateTime(there.DateTime))),
            ("time", there.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("place", zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')),
            ("offset", Offset(there.Offset)),
        ]);
    }

    private static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static string Offset(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        var minutes = offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}";
        return string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{Math.Abs(offset.Hours)}{minutes}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
