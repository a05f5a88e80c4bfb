using Microsoft.AspNetCore.Mvc;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>"Send me a new link". The answer is the same whatever was done.</summary>
[SameOriginOnly]
[IgnoreAntiforgeryToken]
internal sealed class FreshModel(SendFreshLink sendFreshLink, ShowLink showLink) : LinkPageModel(showLink)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync(ct) ? Page() : LeadsNowhere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await sendFreshLink.HandleAsync(Token, ct) ? this.SeeOther($"{Path}/fresh") : LeadsNowhere();
}
