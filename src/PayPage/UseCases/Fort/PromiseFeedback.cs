using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Fort;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Fort;

/// <summary>Writes down, in the unit of work of the fact, that a merchant's system is to hear of it. Does nothing for invoices of other doors.</summary>
internal sealed class PromiseFeedback(IdSource ids, TimeProvider clock)
{
    /// <summary>Money came, by whatever way.</summary>
    public Task OfMoneyAsync(Unit unit, Payment payment, CancellationToken ct) =>
        WriteAsync(unit, payment, new FortAnswer(FortStatus.PurchaseDone, FortCode.Success), payment.Amount.Minor, ct);

    /// <param name="payment">As it stands now; of money that came <see cref="OfMoneyAsync"/> tells.</param>
    /// <param name="wasOnItsWay">Whether it was money on its way until now: then its end is told of in any case.</param>
    public Task OfMoveAsync(Unit unit, Payment payment, bool wasOnItsWay, CancellationToken ct)
    {
        var answer = payment.Status switch
        {
            PaymentStatus.Processing => new FortAnswer(FortStatus.Pending, FortCode.Success),
            PaymentStatus.Failed => new FortAnswer(FortStatus.PurchaseFailed, payment.Declined ? FortCode.Declined : FortCode.TimedOut),
            PaymentStatus.Canceled when wasOnItsWay => new FortAnswer(FortStatus.PurchaseFailed, FortCode.TimedOut),
            PaymentStatus.Prepared or PaymentStatus.Submitted or PaymentStatus.Unconfirmed or PaymentStatus.Succeeded or PaymentStatus.Canceled => null,
        };

        return answer is null ? Task.CompletedTask : WriteAsync(unit, payment, answer, payment.Amount.Minor, ct);
    }

    /// <param name="refund">As it stands now; one that is not over is not told of.</param>
    public Task OfRefundAsync(Unit unit, Payment payment, Refund refund, CancellationToken ct) => refund.Status switch
    {
        RefundStatus.Succeeded => WriteAsync(unit, payment, new FortAnswer(FortStatus.RefundDone, FortCode.Success), refund.Amount.Minor, ct),
        RefundStatus.Failed => WriteAsync(unit, payment, new FortAnswer(FortStatus.RefundFailed, FortCode.Declined), refund.Amount.Minor, ct),
        _ => Task.CompletedTask,
    };

    private async Task WriteAsync(Unit unit, Payment payment, FortAnswer answer, long amount, CancellationToken ct)
    {
        if (!await unit.Db.FortInvoices.AnyAsync(i => i.InvoiceId == payment.InvoiceId, ct)
            || await unit.Db.FortDoors.AsNoTracking().SingleOrDefaultAsync(d => d.MerchantId == payment.MerchantId && d.Mode == payment.Mode, ct) is not { TellsAnybody: true })
        {
            return;
        }

        var now = clock.GetUtcNow();
        unit.Db.FortFeedback.Add(new FortFeedback
        {
            Id = FortFeedbackId.New(ids),
            MerchantId = payment.MerchantId,
            Mode = payment.Mode,
            InvoiceId = payment.InvoiceId,
            PaymentId = payment.Id,
            Kind = await unit.Db.FortFeedback.AnyAsync(f => f.PaymentId == payment.Id, ct) ? FeedbackKind.Notification : FeedbackKind.Direct,
            ResponseCode = answer.ResponseCode,
            Amount = amount,
            CreatedAt = now,
            DueAt = now,
        });
    }
}
