using PayPage.Domain.Team;
using PayPage.UseCases.Accounts;

namespace PayPage.Pages.Office.Settings.Processors;

/// <summary>Through which accounts customers' money comes.</summary>
[Needs(Right.ManageAccounts)]
internal sealed class IndexModel(ShowAccounts show) : AccountPage
{
    public IReadOnlyList<ShowAccounts.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Title = "Taking money";
        Lines = await show.HandleAsync(Caller, ct);
    }
}
