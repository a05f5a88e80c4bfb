using PayPage.Domain.Team;
using PayPage.UseCases.Keys;

namespace PayPage.Pages.Office.Settings.Keys;

/// <summary>Which keys the merchant's systems have.</summary>
[Needs(Right.ManageKeys)]
internal sealed class IndexModel(ListKeys list) : KeyPage
{
    /// <summary>Never null when the page is rendered.</summary>
    public ListKeys.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Title = "API keys";
        View = await list.HandleAsync(Caller, ct);
    }
}
