using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Reconciliation;

namespace PayPage.Pages.Office.Differences;

/// <summary>In what the books differ from the processor's: two inboxes, and what was compared last.</summary>
[Needs(Right.CompareMoney)]
internal sealed class IndexModel(ListDifferences list, CompareNow compareNow) : OfficePage
{
    /// <summary>Set before the page is drawn.</summary>
    public ListDifferences.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Title = "Books and processor";
        View = await list.HandleAsync(Caller, ct);
    }

    public async Task<IActionResult> OnPostCompareAsync(CancellationToken ct)
    {
        Say(DifferenceWords.Told(await compareNow.HandleAsync(Merchant, Caller, ct)));
        return SeeOther(Path("differences"));
    }
}
