using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>The invoice on paper, as its customer gets it. With the link's QR code only for whoever may hand out links.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class PdfModel(InspectInvoice inspect, DrawPapers draw) : OneInvoicePage(inspect)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync("Paper", ct))
        {
            return NotFound();
        }

        var invoice = View.Invoice;
        var link = May(Right.SendInvoices) && invoice.IncludesLink ? View.Links.FirstOrDefault(row => row.Works && !row.Link.IsForAnother)?.Link.Id : null;
        var file = await draw.InvoiceAsync(invoice, Merchant, link, invoice.Language ?? Merchant.Language, ct);

        return File(file.Content.ToArray(), file.ContentType, file.Name);
    }
}
