using System.Globalization;
using PayPage.Domain.Reports;
using PayPage.UseCases.Merchants;

namespace PayPage.UseCases.Reporting;

/// <summary>When a report goes out and to whom, as it was typed.</summary>
internal sealed record TypedSchedule
{
    public const string Never = "never";
    public const string Daily = "daily";
    public const string Weekly = "weekly";
    public const string Monthly = "monthly";

    public string? Cadence { get; init; }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public string? WeekDay { get; init; }

    /// <summary>1 to 31; the last day where a month has fewer.</summary>
    public string? MonthDay { get; init; }

    /// <summary>One address per line.</summary>
    public string? Recipients { get; init; }

    public static TypedSchedule Of(SavedReport report) => new()
    {
        Cadence = report.Cadence is { } cadence ? ReportText.Word(cadence) : Never,
        WeekDay = report.Cadence == ReportCadence.Weekly ? Figure(report.Day) : "1",
        MonthDay = report.Cadence == ReportCadence.Monthly ? Figure(report.Day) : "1",
        Recipients = report.Recipients,
    };

    public static string StampOf(SavedReport report) => SettingsStamp.Of(Of(report));

    private static string Figure(int day) => day.ToString(CultureInfo.InvariantCulture);
}
