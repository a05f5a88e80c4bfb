using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Reminding;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>Nobody is reminded of this invoice any more, or again. The form says which it means, so that pressing twice does not undo it.</summary>
[Needs(Right.SendInvoices)]
internal sealed class RemindersModel(InspectInvoice inspect, MuteReminders mute) : OneInvoicePage(inspect)
{
    [BindProperty, FromForm]
    public bool Muted { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync("Reminders", ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await mute.HandleAsync(Number, Muted, Caller, ct)
        ? Done(Muted ? "Nobody is reminded of this invoice any more." : "The customer is reminded of this invoice again.")
        : NotFound();
}
