using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>Asks twice before a payer's link is taken back.</summary>
[Needs(Right.SendInvoices)]
internal sealed class RevokeLinkModel(InspectInvoice inspect, RevokeLink revoke) : OneInvoicePage(inspect)
{
    [FromRoute(Name = "link")]
    public string TypedLink { get; init; } = "";

    /// <summary>Never null when the page is rendered.</summary>
    public InspectInvoice.LinkRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !await FindAsync(ct) ? NotFound()
        : await revoke.HandleAsync(Caller.MerchantId, Row.Link.Id, Caller.Actor, ct) ? Done("The link was taken back. It opens nothing any more.")
        : Done("This link did not work any more: nothing was changed.");

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await LookAsync("Take back a link", ct) || View.Links.FirstOrDefault(row => row.Link.Id.Value == PrefixedId.Read("lnk_", TypedLink)) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }
}
