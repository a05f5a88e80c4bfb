using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Links;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>What the payer keeps, to be printed.</summary>
internal sealed class ReceiptModel(ShowLink showLink, ISiteAddresses site) : LinkPageModel(showLink)
{
    public LinkState.Used Paid { get; private set; } = null!;    // set whenever the page is rendered

    public ISiteAddresses Site => site;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return LeadsNowhere();
        }

        if (View.State is not LinkState.Used used)
        {
            return ToTheLink();
        }

        Paid = used;
        return Page();
    }
}
