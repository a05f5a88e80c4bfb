using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>A note for colleagues. Shown by itself only when something is wrong with it.</summary>
[Needs(Right.WriteNotes)]
internal sealed class NotesModel(InspectInvoice inspect, WriteNote write, IdSource ids) : OneInvoicePage(inspect)
{
    [BindProperty, FromForm]
    public string? Id { get; set; }

    [BindProperty, FromForm]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Id = $"{InvoiceNoteId.New(ids)}";
        return await LookAsync("Note", ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LookAsync("Note", ct) || PrefixedId.Read("nte_", Id) is not { } id)
        {
            return NotFound();
        }

        return await write.HandleAsync(Number, new InvoiceNoteId(id), Text, Caller, ct) switch
        {
            WriteNote.Outcome.Written => Done("The note is written."),
            WriteNote.Outcome.WrittenOther => Anew(),
            WriteNote.Outcome.Empty => Again(nameof(Text), "Write something first."),
            WriteNote.Outcome.TooLong => Again(nameof(Text), $"Write at most {InvoiceNote.TextLength} characters."),
            WriteNote.Outcome.HoldsACardNumber => Again(nameof(Text), "This looks like it holds a card number. Remove it: card numbers must not be kept here."),
            WriteNote.Outcome.NoSuchInvoice => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    private PageResult Anew()
    {
        Id = $"{InvoiceNoteId.New(ids)}";
        return Again(nameof(Text), "This form has written a note before, with other words. Press the button again to write this one too.");
    }
}
