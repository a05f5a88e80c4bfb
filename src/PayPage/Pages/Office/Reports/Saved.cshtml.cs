using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Reports;
using PayPage.Domain.Team;
using PayPage.UseCases.Reporting;

namespace PayPage.Pages.Office.Reports;

/// <summary>One kept report: what is in it, when it goes out, what became of it.</summary>
[Needs(Right.SeeReports)]
internal sealed class SavedModel(ShowSavedReports saved, ReadReport read, SendReports send, SaveReport save, IdSource ids) : SavedPage(saved)
{
    /// <summary><c>run_…</c>: the form brings the id along, so that pressing twice sends once.</summary>
    [BindProperty, FromForm]
    public string? Run { get; set; }

    public IReadOnlyList<ReportColumn> Columns => read.ColumnsOf(View.Wish);

    /// <summary>The report of these days.</summary>
    public string Address(DateOnly? from, DateOnly? to) =>
        Path($"reports/{ReportWords.PathOf(Report.Kind)}")
        + new QueryBuilder(ReportQuery.Write(read.Of(Report.Kind), View.Wish with { From = from, To = to })).ToQueryString();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Run = $"{ReportRunId.New(ids)}";
        return await LookAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct) || !ReportRunId.TryParse(Run, out var run) || !await send.ToMeAsync(Report.Id, Me.Id, run, Caller, ct))
        {
            return NotFound();
        }

        Say($"The report is on its way to {Me.Email}.");
        return SeeOther(Here());
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct) || !await save.RemoveAsync(Report.Id, Caller, ct))
        {
            return NotFound();
        }

        Say("The report is removed, and goes out no more.");
        return SeeOther(Path("reports"));
    }
}
