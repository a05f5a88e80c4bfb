namespace PayPage.UseCases.Reporting;

/// <summary>One column of a report: what it is called in files, what it means, and how its value is found.</summary>
/// <param name="Name">Lower case with underscores; never changes, for people's programs go by it.</param>
/// <param name="Label">For people.</param>
/// <param name="Meaning">One sentence, for docs/reports.md and for the page.</param>
/// <param name="IsUsual">Whether it is there where nobody chose.</param>
internal sealed record ReportColumn(string Name, string Label, ColumnForm Form, string Meaning, bool IsUsual, Func<object, TimeZoneInfo, string?> Value)
{
    public static ReportColumn Of<TRow>(
        string name, string label, ColumnForm form, string meaning, Func<TRow, TimeZoneInfo, string?> value, bool usual = true)
        where TRow : class => new(name, label, form, meaning, usual, (row, zone) => value((TRow)row, zone));
}

/// <summary>How a column's values are written. Only <see cref="Text"/> can hold what somebody typed.</summary>
internal enum ColumnForm
{
    Text,

    /// <summary>One word of a known list.</summary>
    Word,

    /// <summary>A plain decimal with a point, with exactly the digits of the currency in the column <c>currency</c>; negative where money is missing.</summary>
    Amount,

    /// <summary>A day at the merchant's place: <c>2026-12-31</c>.</summary>
    Day,

    /// <summary>An instant, as the merchant's clock shows it, with its distance from UTC: <c>2026-12-31T09:30:00+01:00</c>.</summary>
    Instant,

    /// <summary>A whole number.</summary>
    Count,
}
