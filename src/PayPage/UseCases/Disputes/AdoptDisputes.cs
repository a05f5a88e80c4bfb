using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Disputes;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Disputes;

/// <summary>A payment's money is recorded: what was disputed of it before we knew enters the books with it, in the same unit of work.</summary>
internal sealed class AdoptDisputes(FollowDispute follow)
{
    /// <param name="payment">Tracked by the unit, with its money.</param>
    public async Task HandleAsync(Unit unit, Payment payment, CancellationToken ct)
    {
        var waiting = await unit.Db.Disputes
            .Where(d => d.AccountId == payment.AccountId && d.MoneyReference == payment.MoneyReference && d.PaymentId == null)
            .ToListAsync(ct);

        foreach (var dispute in waiting.Where(d => Fits(d.Amount, payment)))
        {
            // What was posted so far is asked for below, and the payment's row is written past the tracker.
            await unit.Db.SaveChangesAsync(ct);
            dispute.Adopt(payment);
            await follow.HandleAsync(unit, dispute, payment, DisputeStanding.None, ct);
            await unit.Db.Entry(payment).ReloadAsync(ct);
        }
    }

    /// <summary>Nobody can dispute more than was paid, nor in another currency.</summary>
    public static bool Fits(Money disputed, Payment payment) => disputed.Currency == payment.Amount.Currency && disputed.Minor <= payment.Amount.Minor;
}
