using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>One invoice: how it stands, what happened, and all that can be done with it.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class IndexModel(InspectInvoice inspect, IdSource ids) : OneInvoicePage(inspect)
{
    /// <summary>For the note that may be written here.</summary>
    public InvoiceNoteId NewNote { get; } = InvoiceNoteId.New(ids);

    /// <summary>What it says, as long as no money came and none is on its way.</summary>
    public bool CanBeChanged => View.Invoice is { Stage: not InvoiceStage.Canceled, Paid: 0, Reserved: 0 };

    public bool CanBeCanceled => View.Invoice is { Stage: not InvoiceStage.Canceled, Paid: 0 };

    /// <summary>What to press for most who come here; null where nothing is left to do.</summary>
    public string? SendWord => View.Status switch
    {
        InvoiceStatus.Draft or InvoiceStatus.Created => "Send",
        InvoiceStatus.Sent or InvoiceStatus.Partial => "Send again",
        InvoiceStatus.Pending => null,    // money is on its way: whoever is asked again may pay twice. His link is sent from its own card.
        InvoiceStatus.Paid or InvoiceStatus.Canceled => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync("", ct) ? Page() : NotFound();
}
