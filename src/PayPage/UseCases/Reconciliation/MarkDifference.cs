using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>A colleague writes down why books and processor differ: from then on it waits for nobody. Safe to repeat.</summary>
internal sealed class MarkDifference(WriteSeam write, Note note, TimeProvider clock)
{
    /// <returns>What is wrong with the words; null: nothing.</returns>
    /// <param name="typed">As it was typed.</param>
    /// <param name="words">Clean.</param>
    public static string? Objection(string? typed, out string words)
    {
        words = typed is { } text && FreeText.IsText(text) ? FreeText.Clean(text) : "";

        return words.Length == 0 ? "Write down what it is: the next one who looks will want to know."
            : words.Length > Difference.NoteLength ? $"This is too long: at most {Difference.NoteLength} characters."
            : null;
    }

    /// <param name="words">See <see cref="Objection"/>.</param>
    public Task<Outcome> HandleAsync(DifferenceId id, string words, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await unit.Db.Differences.SingleOrDefaultAsync(d => d.Id == id && d.MerchantId == caller.MerchantId && d.Mode == caller.Mode, token) is not { } difference)
            {
                return Outcome.NoSuchDifference;
            }

            if (difference.State != DifferenceState.Open)
            {
                return difference.State == DifferenceState.Marked && difference.Steps[^1].Detail == words ? Outcome.Done : Outcome.NotOpen;
            }

            difference.Mark(words, caller.Actor, clock.GetUtcNow());

            if (await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == difference.PaymentId, token) is { } payment)
            {
                var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, token);
                note.Of(unit, invoice, AuditKind.DifferenceMarked, caller.Actor, payment, words);
            }

            return Outcome.Done;
        },
        ct);

    internal enum Outcome
    {
        Done,

        /// <summary>Somebody has settled it otherwise, or it is gone.</summary>
        NotOpen,
        NoSuchDifference,
    }
}
