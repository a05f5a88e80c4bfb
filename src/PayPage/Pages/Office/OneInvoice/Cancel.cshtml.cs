using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Invoices;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>Asks twice before an invoice is taken back for good.</summary>
[Needs(Right.CancelInvoices)]
internal sealed class CancelModel(InspectInvoice inspect, CancelInvoice cancel) : OneInvoicePage(inspect)
{
    /// <summary>Why it cannot be canceled; null: it can.</summary>
    public string? Objection { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync("Cancel", ct))
        {
            return NotFound();
        }

        Objection = View.Invoice switch
        {
            { Stage: InvoiceStage.Canceled } => Of(CancelInvoice.Outcome.WasCanceled),
            { Paid: > 0 } => Of(CancelInvoice.Outcome.Paid),
            _ => null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await cancel.HandleAsync(Number, Caller, ct);

        if (outcome is CancelInvoice.Outcome.Canceled or CancelInvoice.Outcome.WasCanceled)
        {
            return Done(Of(outcome));
        }

        if (outcome == CancelInvoice.Outcome.NoSuchInvoice || !await LookAsync("Cancel", ct))
        {
            return NotFound();
        }

        Objection = Of(outcome);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static string Of(CancelInvoice.Outcome outcome) => outcome switch
    {
        CancelInvoice.Outcome.Canceled => "Canceled. Nobody can pay it any more.",
        CancelInvoice.Outcome.WasCanceled => "The invoice is canceled already.",
        CancelInvoice.Outcome.Paid => "Money has come for this invoice, so it cannot be canceled any more.",
        CancelInvoice.Outcome.PaymentOnItsWay => "A payment is open and could not be stopped: money may still come. Try again when it is settled.",
        _ => throw new UnreachableException(),
    };
}
