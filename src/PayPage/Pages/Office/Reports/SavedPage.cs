using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Reports;
using PayPage.UseCases.Reporting;

namespace PayPage.Pages.Office.Reports;

/// <summary>A page about one kept report. Another merchant's and none are one answer: 404.</summary>
internal abstract class SavedPage(ShowSavedReports saved) : OfficePage
{
    /// <summary><c>rpt_…</c>.</summary>
    [FromRoute(Name = "report")]
    public string ReportText { get; init; } = "";

    /// <summary>Never null when a page is drawn.</summary>
    public ShowSavedReports.View View { get; private set; } = null!;

    public SavedReport Report => View.Report;

    public string Here(string rest = "") => Path($"reports/saved/{Report.Id}{rest}");

    protected async Task<bool> LookAsync(CancellationToken ct)
    {
        if (!SavedReportId.TryParse(ReportText, out var id) || await saved.OneAsync(id, Caller, ct) is not { } view)
        {
            return false;
        }

        (View, Title) = (view, view.Report.Name);
        return true;
    }
}
