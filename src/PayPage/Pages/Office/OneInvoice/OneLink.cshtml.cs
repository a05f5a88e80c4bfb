using System.Text;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Documents;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>The address of one link, for a colleague who hands it over. Whoever has it can see and pay the invoice: it is shown when asked for, never before.</summary>
[Needs(Right.SendInvoices)]
internal sealed class OneLinkModel(InspectInvoice inspect, RevealLink reveal, IQrRenderer qr) : OneInvoicePage(inspect)
{
    [FromRoute(Name = "link")]
    public string TypedLink { get; init; } = "";

    /// <summary>Never null when the page is rendered.</summary>
    public InspectInvoice.LinkRow Row { get; private set; } = null!;

    /// <summary>Null until it was asked for.</summary>
    public RevealLink.View? Revealed { get; private set; }

    public string PayerName => Row.Link.IsForAnother ? Row.Link.PayerName ?? Row.Link.PayerEmail! : View.Invoice.BillTo.Name ?? "the customer";    // one of the two is there

    public string QrCode => qr.Svg(Revealed!.Short);    // drawn beside the address only

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await RevealAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSvgAsync(CancellationToken ct) =>
        await RevealAsync(ct) ? File(Encoding.UTF8.GetBytes(QrCode), "image/svg+xml", $"{Row.Link.Id}.svg") : NotFound();

    public async Task<IActionResult> OnPostPngAsync(CancellationToken ct) =>
        await RevealAsync(ct) ? File(qr.Png(Revealed!.Short), "image/png", $"{Row.Link.Id}.png") : NotFound();    // revealed one word before

    private async Task<bool> RevealAsync(CancellationToken ct)
    {
        Revealed = await FindAsync(ct) ? await reveal.HandleAsync(Number, Row.Link.Id, Caller, ct) : null;
        Response.Headers.ContentEncoding = "identity";    // a key stands in the answer, beside the form's token (BREACH)
        return Revealed is not null;
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await LookAsync("Payment link", ct) || View.Links.FirstOrDefault(row => row.Link.Id.Value == PrefixedId.Read("lnk_", TypedLink)) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }
}
