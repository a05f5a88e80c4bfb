using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Reporting;

namespace PayPage.Pages.Office.Reports;

/// <summary>A report as a file. What cannot be read in the address is no file: whoever opens it later would not see that something was left out.</summary>
[Needs(Right.SeeReports)]
internal sealed class CsvModel(ReadReport read) : ReportPage(read)
{
    private readonly ReadReport _read = read;

    public IActionResult OnGet(CancellationToken ct)
    {
        if (!Look())
        {
            return NotFound();
        }

        return Unread.Count > 0
            ? SeeOther($"{Path($"reports/{Named}")}{Request.QueryString}")
            : new StreamedFile(
                ReportCsv.FileName(Wish), ReportCsv.ContentType,
                ReportCsv.LinesAsync(_read.ColumnsOf(Wish), _read.LinesAsync(Wish, Caller, ct), ct));
    }
}
