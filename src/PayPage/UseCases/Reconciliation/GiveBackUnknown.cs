using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>
/// A colleague gives back money that nobody knew: all of it, at the processor, by its name there. No payment of ours has it, so the books stay as they are.
/// What is to be done is written down before the processor is asked; whoever dies on the way leaves it to the next comparison.
/// </summary>
internal sealed class GiveBackUnknown(PayPageDbContext db, WriteSeam write, FinishGivingBack finish, TimeProvider clock)
{
    /// <summary>Safe to repeat: the refund's id comes with the wish, and the processor knows it again.</summary>
    /// <param name="isProven">Whether the person has proven just now who he is.</param>
    public async Task<Outcome> HandleAsync(DifferenceId id, RefundId refund, bool isProven, Caller caller, CancellationToken ct)
    {
        var outcome = await write.RunAsync((unit, token) => ClaimAsync(unit, id, refund, isProven, caller, token), ct);

        if (outcome is not Outcome.Asked)
        {
            return outcome;
        }

        // Not the caller's token: from here on it is asked for, whoever left.
        await finish.HandleAsync(id, CancellationToken.None);
        var now = await db.Differences.AsNoTracking().SingleAsync(d => d.Id == id, CancellationToken.None);
        return now.State == DifferenceState.Open ? new Outcome.Refused(now.Steps[^1].Detail) : new Outcome.Asked(now.State);
    }

    private async Task<Outcome> ClaimAsync(Unit unit, DifferenceId id, RefundId refund, bool isProven, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.Differences.SingleOrDefaultAsync(d => d.Id == id && d.MerchantId == caller.MerchantId && d.Mode == caller.Mode, ct) is not { } difference)
        {
            return new Outcome.NoSuchDifference();
        }

        if (difference.RefundId == refund && difference.State is DifferenceState.GivingBack or DifferenceState.GivenBack)
        {
            return new Outcome.Asked(difference.State);    // the same form, twice
        }

        if (difference.State != DifferenceState.Open || difference.Kind != DifferenceKind.UnknownPayment
            || await unit.Db.Refunds.AnyAsync(r => r.Id == refund, ct) || await unit.Db.Differences.AnyAsync(d => d.RefundId == refund, ct))
        {
            return new Outcome.NotOpen();
        }

        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == difference.MerchantId, ct);

        if (!isProven && merchant.RefundNeedsPassword(difference.Amount))
        {
            return new Outcome.NeedsProof();
        }

        difference.GiveBack(refund, caller.Actor, clock.GetUtcNow());
        return new Outcome.Asked(DifferenceState.GivingBack);
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="State">GivingBack while the processor has not done it.</param>
        internal sealed record Asked(DifferenceState State) : Outcome;

        /// <param name="Why">In the processor's words; null where it said none.</param>
        internal sealed record Refused(string? Why) : Outcome;

        /// <summary>Somebody has settled it otherwise, or it is nothing that can be given back here.</summary>
        internal sealed record NotOpen : Outcome;

        /// <summary>The merchant wants the person to prove who he is before so much goes back.</summary>
        internal sealed record NeedsProof : Outcome;

        internal sealed record NoSuchDifference : Outcome;
    }
}
