using Microsoft.AspNetCore.Mvc;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>Asked by the script of a page that waits for news. Asks nobody else and changes nothing.</summary>
internal sealed class StateModel(ShowLink showLink) : LinkPageModel(showLink)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LookAsync(ct) ? Content(StateName.Of(View.State), "text/plain") : LeadsNowhere();
}
