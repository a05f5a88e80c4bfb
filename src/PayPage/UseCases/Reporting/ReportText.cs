using System.Globalization;
using PayPage.Domain;

namespace PayPage.UseCases.Reporting;

/// <summary>Values as they stand in reports: the same in every country.</summary>
internal static class ReportText
{
    public static string Amount(long minor, Currency currency) => new Money(minor, currency).Figure;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string? Instant(DateTimeOffset? at, TimeZoneInfo zone) => at is { } known ? Instant(known, zone) : null;

    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of an enum: <c>partial</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => $"{value}".ToLowerInvariant();
}
