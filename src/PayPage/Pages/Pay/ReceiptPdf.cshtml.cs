using Microsoft.AspNetCore.Mvc;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>The receipt as a file, for whoever has the link that was paid through.</summary>
internal sealed class ReceiptPdfModel(ShowLink showLink, DrawPapers draw) : LinkPageModel(showLink)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return LeadsNowhere();
        }

        if (View.State is not LinkState.Used { Receipt: { } receipt })
        {
            return ToTheLink();
        }

        return Download(await draw.ReceiptAsync(receipt, View.Merchant, Words.Tag, ct));
    }
}
