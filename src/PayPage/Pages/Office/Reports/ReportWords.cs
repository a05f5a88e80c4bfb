using PayPage.Domain;
using PayPage.Domain.Reports;
using PayPage.UseCases.Reporting;
using PayPage.Wording;

namespace PayPage.Pages.Office.Reports;

/// <summary>Reports in words for people, and in addresses.</summary>
internal static class ReportWords
{
    /// <summary>In addresses: <c>invoices</c>.</summary>
    public static string PathOf(ReportKind kind) => ReportText.Word(kind);

    public static string About(ReportKind kind) => kind switch
    {
        ReportKind.Invoices => "What was invoiced, what of it is paid, what is still open.",
        ReportKind.Payments => "What came, when, how, and for which invoice.",
        ReportKind.Refunds => "What was given back, and of which payment.",
    };

    public static string DayOf(ReportKind kind, ReportDay day) => (kind, day) switch
    {
        (ReportKind.Invoices, ReportDay.Created) => "written",
        (ReportKind.Invoices, ReportDay.Due) => "due",
        (ReportKind.Invoices, ReportDay.Paid) => "paid, all or a part",
        (ReportKind.Payments, ReportDay.Created) => "begun",
        (ReportKind.Payments, _) => "received",
        (ReportKind.Refunds, ReportDay.Created) => "asked for",
        (ReportKind.Refunds, _) => "settled",
    };

    /// <summary><c>every Monday</c>; <c>only when asked for</c>.</summary>
    public static string When(ReportSchedule? schedule) => schedule switch
    {
        null => "only when asked for",
        { Cadence: ReportCadence.Daily } => "every day",
        { Cadence: ReportCadence.Weekly, Day: var day } => $"every {WeekDay(day)}",
        { Cadence: ReportCadence.Monthly, Day: var day } => day == 31 ? "on the last day of each month" : $"on day {day} of each month",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary><c>Sent to 2 people</c>; <c>Sent to 1 person, 1 waits</c>.</summary>
    public static string Became(ShowSavedReports.Run run) => string.Join(
        ", ",
        new[]
        {
            run.Sent == 0 && run.Waiting + run.Lost > 0 ? null : run.Sent == 1 ? "Sent to 1 person" : $"Sent to {run.Sent} people",
            run.Waiting == 0 ? null : run.Waiting == 1 ? "1 mail waits" : $"{run.Waiting} mails wait",
            run.Lost == 0 ? null : run.Lost == 1 ? "1 mail was not taken" : $"{run.Lost} mails were not taken",
        }.OfType<string>());

    /// <param name="day">1 for Monday to 7 for Sunday.</param>
    public static string WeekDay(int day) => $"{(DayOfWeek)(day % 7)}";

    /// <summary><c>1 November 2026 to 30 November 2026</c>.</summary>
    public static string Period(this Words words, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => words.Date(first),
        ({ } first, { } last) => $"{words.Date(first)} to {words.Date(last)}",
        _ => "all days",
    };

    /// <summary><c>Sent</c>; <c>Processing</c>.</summary>
    public static string Status(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public static string Sum(this Words words, SumLine line, int place) => words.Sum(new Money(line.Sums[place], line.Currency));

    /// <summary><c>November 2026</c>.</summary>
    public static string Month(this Words words, DateOnly first) => $"{words.Months[first.Month - 1]} {first.Year}";
}
