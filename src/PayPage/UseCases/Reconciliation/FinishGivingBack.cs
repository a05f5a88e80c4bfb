using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Asks the processor to give back what colleagues want given back, and how that stands. Safe to repeat: the refund's id is the processor's idempotency key.</summary>
internal sealed partial class FinishGivingBack(
    PayPageDbContext db, WriteSeam write, IPaymentProcessors processors, IProcessorVault vault, TimeProvider clock, ILogger<FinishGivingBack> log)
{
    /// <summary>All of an account's.</summary>
    public async Task HandleAsync(ProcessorAccount account, CancellationToken ct)
    {
        var waiting = await db.Differences.AsNoTracking().Where(d => d.AccountId == account.Id && d.State == DifferenceState.GivingBack).ToListAsync(ct);

        foreach (var difference in waiting)
        {
            await AskAsync(difference, account, ct);
        }
    }

    /// <summary>One; nothing where it does not wait.</summary>
    public async Task HandleAsync(DifferenceId id, CancellationToken ct)
    {
        if (await db.Differences.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.State == DifferenceState.GivingBack, ct) is { } difference)
        {
            await AskAsync(difference, await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == difference.AccountId, ct), ct);
        }
    }

    private async Task AskAsync(Difference difference, ProcessorAccount account, CancellationToken ct)
    {
        var id = difference.RefundId ?? throw new Domain.InvariantException($"{difference.Id} is given back by no refund.");
        var answer = await processors.Of(account.Kind).RefundAsync(Order(difference, id), difference.Reference, ProcessorAccess.To(account, vault), ct);

        switch (answer)
        {
            case RefundAnswer.Found { News.State: RefundState.Succeeded }:
                await MoveAsync(difference, id, d => d.HaveGivenBack(clock.GetUtcNow()));
                break;
            case RefundAnswer.Found { News: { State: RefundState.Failed, Reason: var reason } }:
                await MoveAsync(difference, id, d => d.FailToGiveBack(reason, clock.GetUtcNow()));
                break;
            case RefundAnswer.Refused { Reason: var reason }:
                LogRefused(difference.Id, difference.AccountId);
                await MoveAsync(difference, id, d => d.FailToGiveBack(reason, clock.GetUtcNow()));
                break;
        }
    }

    /// <summary>As the refunds of payments are ordered. It is never stored: the difference is what remembers it.</summary>
    private static Refund Order(Difference difference, RefundId id) => new()
    {
        Id = id,
        MerchantId = difference.MerchantId,
        PaymentId = difference.PaymentId ?? new PaymentId(difference.Id.Value),
        AccountId = difference.AccountId,
        Amount = difference.Amount,
        OfOverpayment = 0,
        Actor = Actor.System,
        RequestedAt = difference.Steps.Last(step => step.State == DifferenceState.GivingBack).At,
    };

    private Task MoveAsync(Difference known, RefundId id, Action<Difference> move) => write.RunAsync(
        async (unit, token) =>
        {
            // Whoever asked at the same time has heard the same.
            if (await unit.Db.Differences.SingleOrDefaultAsync(d => d.Id == known.Id && d.RefundId == id && d.State == DifferenceState.GivingBack, token) is { } difference)
            {
                move(difference);
            }
        },
        CancellationToken.None);

    [LoggerMessage(3111, LogLevel.Warning, "The processor refused to give back the money of {DifferenceId} through {AccountId}: the merchant must decide what becomes of it.")]
    private partial void LogRefused(DifferenceId differenceId, ProcessorAccountId accountId);
}
