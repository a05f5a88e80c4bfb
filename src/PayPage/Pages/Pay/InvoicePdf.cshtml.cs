using Microsoft.AspNetCore.Mvc;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>The invoice as a file, for whoever may pay it.</summary>
internal sealed class InvoicePdfModel(ShowLink showLink, DrawPapers draw) : LinkPageModel(showLink)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return LeadsNowhere();
        }

        if (View.State is not LinkState.Payable payable)
        {
            return ToTheLink();
        }

        return Download(await draw.InvoiceAsync(payable.Invoice, View.Merchant, View.Link, Words.Tag, ct));
    }
}
