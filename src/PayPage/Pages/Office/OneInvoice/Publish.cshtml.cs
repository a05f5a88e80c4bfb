using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>A draft becomes an invoice that can be paid; nothing is sent.</summary>
[Needs(Right.WriteInvoices)]
internal sealed class PublishModel(InspectInvoice inspect, PublishInvoice publish) : OneInvoicePage(inspect)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync("Publish", ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !await LookAsync("Publish", ct) ? NotFound() : await publish.HandleAsync(Number, Caller, ct) switch
    {
        PublishInvoice.Outcome.NoSuchInvoice => NotFound(),
        PublishInvoice.Outcome.Published => Done("Published. It can be paid now; hand over its link, or send it."),
        PublishInvoice.Outcome.WasPublished => Done("It is published already."),
        PublishInvoice.Outcome.Canceled => Again("", "It was canceled: it cannot be published any more. Duplicate it instead."),
        PublishInvoice.Outcome.Expired => Again("", "Its expiration date is over, so its link would not work. Change the date first."),
        _ => throw new UnreachableException(),
    };
}
