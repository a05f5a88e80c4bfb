using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Fences;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>Asks before a link through which too much was tried takes payments again.</summary>
[Needs(Right.SendInvoices)]
internal sealed class LiftLinkModel(InspectInvoice inspect, LiftHold lift) : OneInvoicePage(inspect)
{
    [FromRoute(Name = "link")]
    public string TypedLink { get; init; } = "";

    /// <summary>Never null when the page is rendered.</summary>
    public InspectInvoice.LinkRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !await FindAsync(ct) ? NotFound()
        : await lift.HandleAsync(Row.Link.Id, Caller, ct) ? Done("The link takes payments again.", "links")
        : Done("Nothing held this link any more.", "links");

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await LookAsync("A link that is held", ct) || View.Links.FirstOrDefault(row => row.Link.Id.Value == PrefixedId.Read("lnk_", TypedLink)) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }
}
