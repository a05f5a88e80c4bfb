using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Invoices;

/// <summary>A colleague writes something down about an invoice, for colleagues. It is never sent, and payers never see it.</summary>
internal sealed class WriteNote(WriteSeam write, Note note, TimeProvider clock)
{
    /// <summary>Safe to repeat: the id of the note comes with it.</summary>
    /// <param name="text">As it was typed.</param>
    public async Task<Outcome> HandleAsync(string number, InvoiceNoteId id, string? text, Caller caller, CancellationToken ct)
    {
        var clean = FreeText.Clean(text ?? "", lines: true);

        return clean.Length == 0 ? Outcome.Empty
            : clean.Length > InvoiceNote.TextLength ? Outcome.TooLong
            : FreeText.HoldsACardNumber(clean) ? Outcome.HoldsACardNumber
            : await write.RunAsync((unit, token) => WriteAsync(unit, number, id, clean, caller, token), ct);
    }

    private async Task<Outcome> WriteAsync(Unit unit, string number, InvoiceNoteId id, string text, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(ct) is not { } invoice)
        {
            return Outcome.NoSuchInvoice;
        }

        if (await unit.Db.InvoiceNotes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is { } written)
        {
            return written.InvoiceId != invoice.Id ? Outcome.NoSuchInvoice : written.Text == text ? Outcome.Written : Outcome.WrittenOther;
        }

        unit.Db.InvoiceNotes.Add(new InvoiceNote
        {
            Id = id,
            MerchantId = invoice.MerchantId,
            InvoiceId = invoice.Id,
            Text = text,
            Actor = caller.Actor,
            At = clock.GetUtcNow(),
        });
        note.Of(unit, invoice, AuditKind.NoteWritten, caller.Actor);
        return Outcome.Written;
    }

    internal enum Outcome
    {
        Written,

        /// <summary>Nothing was written now: the same form wrote a note before, with other words.</summary>
        WrittenOther,
        Empty,
        TooLong,

        /// <summary>Card numbers must not be kept here.</summary>
        HoldsACardNumber,
        NoSuchInvoice,
    }
}
