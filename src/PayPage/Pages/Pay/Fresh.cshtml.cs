using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>"Send me a new link". The answer is the same whatever was done.</summary>
[SameOriginOnly]
[IgnoreAntiforgeryToken]
internal sealed class FreshModel(SendFreshLink sendFreshLink, ShowLink showLink) : PayPageModel
{
    private LinkView? _view;

    public override Merchant? Merchant => _view?.Merchant;

    public override Mode? Mode => _view?.Mode;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _view = await showLink.HandleAsync(Token, ReturnCookie.Reader(Request), ct);
        return _view is null ? LeadsNowhere() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await sendFreshLink.HandleAsync(Token, ct) ? this.SeeOther(Url.Page("/Pay/Fresh", new { Token })) : LeadsNowhere();
}
