using System.Globalization;

namespace PayPage.Api;

/// <summary>Points in time as the dialect writes them: UTC, to the millisecond.</summary>
internal static class Instant
{
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
