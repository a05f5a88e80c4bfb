using PayPage.Domain.Team;

namespace PayPage.Pages.Office.Batches;

/// <summary>What each column of a file means.</summary>
[Needs(Right.SendBatches)]
internal sealed class ColumnsModel : OfficePage
{
    public void OnGet() => Title = "Columns of a file";
}
