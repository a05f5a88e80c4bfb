using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Reporting;

/// <summary>From days at the merchant's place to instants.</summary>
internal static class ReportRange
{
    /// <returns>The first instant that is meant, and the first that is not any more.</returns>
    public static (DateTimeOffset Begin, DateTimeOffset End) Of(ReportWish wish, TimeZoneInfo zone) => (
        wish.From is { } first ? LocalTime.InstantOf(first, TimeOnly.MinValue, zone) : DateTimeOffset.MinValue,
        wish.To is { } last && last < DateOnly.MaxValue ? LocalTime.InstantOf(last.AddDays(1), TimeOnly.MinValue, zone) : DateTimeOffset.MaxValue);
}
