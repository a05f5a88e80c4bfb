using PayPage.Domain.Reports;
using PayPage.Domain.Team;
using PayPage.UseCases.Reporting;

namespace PayPage.Pages.Office.Reports;

/// <summary>Which reports there are, and those that somebody kept.</summary>
[Needs(Right.SeeReports)]
internal sealed class IndexModel(ShowSavedReports saved) : OfficePage
{
    /// <summary>By name.</summary>
    public IReadOnlyList<SavedReport> Saved { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Title = "Reports";
        Saved = await saved.AllAsync(Caller, ct);
    }
}
