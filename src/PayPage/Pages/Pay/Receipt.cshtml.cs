using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>What the payer keeps, to be printed.</summary>
internal sealed class ReceiptModel(ShowLink showLink) : PayPageModel
{
    private LinkView? _view;

    public LinkState.Used Paid { get; private set; } = null!;    // set whenever the page is rendered

    public override Merchant? Merchant => _view?.Merchant;

    public override Mode? Mode => _view?.Mode;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _view = await showLink.HandleAsync(Token, ReturnCookie.Reader(Request), ct);

        if (_view is null)
        {
            return LeadsNowhere();
        }

        if (_view.State is not LinkState.Used used)
        {
            return ToTheLink();
        }

        Paid = used;
        return Page();
    }
}
