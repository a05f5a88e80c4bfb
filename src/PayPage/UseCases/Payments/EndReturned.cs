using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>
/// Money that was on its way did not come. The processor would take another try with the same payment, but the payer has long left: its side is
/// closed, and only then is the amount free for a new payment. Without an answer the reconcile worker sees to it. Safe to repeat.
/// </summary>
internal sealed class EndReturned(PayPageDbContext db, AskProcessor ask)
{
    /// <param name="news">That was just recorded; most of it is not of this kind.</param>
    public async Task HandleAsync(ProcessorNews news, ProcessorAccountId account, CancellationToken ct)
    {
        if (news is { State: ProcessorState.Open, TryDeclined: true }
            && await db.Payments.AnyAsync(p => p.Id == news.PaymentId && p.AccountId == account && p.Status == PaymentStatus.Processing, ct))
        {
            // It may be late news of a card, before the payer turned to his bank: how it stands now is what counts.
            if (await ask.LookAsync(news.PaymentId, ct) is PaymentAnswer.Found { News: { State: ProcessorState.Open, TryDeclined: true } })
            {
                await ask.CancelAsync(news.PaymentId, ProcessorState.Declined, ct);
            }
        }
    }
}
