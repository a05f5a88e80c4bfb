using PayPage.Domain.Reports;
using PayPage.UseCases.Reporting;

namespace PayPage.Api.Reports;

/// <summary>Reports for programs: the lines of the pages in the back office, of the key's merchant and mode (docs/reports.md).</summary>
internal static class ReportsApi
{
    private const string Format = "format";
    private const string Csv = "csv";
    private const string Json = "json";

    private static readonly string[] Known =
    [
        ReportQuery.Search, ReportQuery.By, ReportQuery.From, ReportQuery.To, ReportQuery.Status, ReportQuery.Currency, ReportQuery.Columns, Format,
    ];

    public static IResult Show(string kind, HttpContext call, ReadReport read)
    {
        if (Enum.GetValues<ReportKind>().Where(known => ReportText.Word(known) == kind).ToList() is not [var wanted])
        {
            return ProblemReply.Of(StatusCodes.Status404NotFound, "unknown-report", "There is no such report.", "There are reports of invoices, payments and refunds.");
        }

        var (wish, faults) = ReportQuery.Read(read.Of(wanted), call.Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        var format = call.Request.Query[Format].FirstOrDefault() ?? Json;
        var errors = faults.ToDictionary(fault => fault.Key, fault => fault.Value, StringComparer.Ordinal);

        if (format is not (Csv or Json))
        {
            errors[Format] = "Choose csv or json.";
        }

        foreach (var name in call.Request.Query.Keys.Except(Known, StringComparer.Ordinal))
        {
            errors[name] = $"This name means nothing here. Known are: {string.Join(", ", Known)}.";    // or a slip of the pen would give all there is
        }

        if (errors.Count > 0)
        {
            return ProblemReply.Invalid([.. errors], "Some of the query could not be read; nothing was left out behind your back.");
        }

        var (columns, lines) = (read.ColumnsOf(wish), read.LinesAsync(wish, ApiCaller.Of(call), call.RequestAborted));

        return format == Csv
            ? new StreamedFile(ReportCsv.FileName(wish), ReportCsv.ContentType, ReportCsv.LinesAsync(columns, lines, call.RequestAborted))
            : new ReportJson(wanted, columns, lines);
    }
}
