using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Payments;

/// <summary>A colleague wants to know at once what became of a payment, and not when the reconcile worker asks next. Safe to repeat.</summary>
internal sealed class AskNow(PayPageDbContext db, AskProcessor ask)
{
    /// <returns>The invoice's number and how the payment stands now; null when this merchant has no such payment.</returns>
    public async Task<Answer?> HandleAsync(PaymentId id, Caller caller, CancellationToken ct)
    {
        var mine = db.Payments.AsNoTracking().Where(p => p.Id == id && p.MerchantId == caller.MerchantId && p.Mode == caller.Mode);

        // Money that went past us has no account that could be asked.
        if (await mine.AnyAsync(p => p.AccountId != null && PaymentTransitions.Open.Contains(p.Status), ct))
        {
            await ask.LookAsync(id, ct);
        }

        return await mine.Join(db.Invoices, p => p.InvoiceId, i => i.Id, (p, i) => new Answer(i.Number, p.Status)).SingleOrDefaultAsync(ct);
    }

    internal sealed record Answer(string Number, PaymentStatus Status);
}
