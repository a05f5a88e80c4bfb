using System.Runtime.CompilerServices;
using PayPage.Domain.Csv;

namespace PayPage.UseCases.Reporting;

/// <summary>A report as a CSV file, line by line: the names of the columns first.</summary>
internal static class ReportCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static async IAsyncEnumerable<string> LinesAsync(
        IReadOnlyList<ReportColumn> columns, IAsyncEnumerable<IReadOnlyList<string?>> lines, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return CsvLine.ByteOrderMark + CsvLine.Of(columns.Select(column => CsvCell.Text(column.Name)));

        await foreach (var line in lines.WithCancellation(ct))
        {
            yield return CsvLine.Of(line.Select((value, place) => Cell(columns[place].Form, value)));
        }
    }

    /// <summary>Letters, digits, hyphens: safe on every system.</summary>
    public static string FileName(ReportWish wish) => string.Join(
        '-', new[] { ReportText.Word(wish.Kind), wish.From is { } first ? ReportText.Day(first) : null, wish.To is { } last ? ReportText.Day(last) : null }.OfType<string>()) + ".csv";

    /// <summary>By the column and not by what stands in it: a negative amount stays a number, and a name that looks like one stays a name.</summary>
    private static CsvCell Cell(ColumnForm form, string? value) => value is null ? CsvCell.Empty : form switch
    {
        ColumnForm.Text or ColumnForm.Word => CsvCell.Text(value.ReplaceLineEndings(" ")),
        ColumnForm.Amount or ColumnForm.Day or ColumnForm.Instant or ColumnForm.Count => CsvCell.Figure(value),
    };
}
