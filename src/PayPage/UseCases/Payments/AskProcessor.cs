using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>Asks the processor about one payment and records the answer. Safe to repeat.</summary>
internal sealed class AskProcessor(PayPageDbContext db, IPaymentProcessors processors, IProcessorVault vault, RecordOutcome recordOutcome)
{
    /// <summary>How it stands there.</summary>
    public async Task<PaymentAnswer> LookAsync(PaymentId id, CancellationToken ct)
    {
        var (account, processor) = await ProcessorOfAsync(id, ct);
        return await RecordedAsync(await processor.FindAsync(id, vault.Unseal(account.SealedSecrets), ct), account);
    }

    /// <summary>Sees to it that no money comes of it any more; if it was too late for that, the money is recorded.</summary>
    /// <param name="neverHeardOf">
    /// The processor had no such payment a moment ago. Then cancelling only bars the door for a request still on its way, and what we
    /// write is that the payment failed.
    /// </param>
    public async Task<PaymentAnswer> CancelAsync(PaymentId id, bool neverHeardOf, CancellationToken ct)
    {
        var (account, processor) = await ProcessorOfAsync(id, ct);
        var answer = await processor.CancelAsync(id, vault.Unseal(account.SealedSecrets), ct);

        if (neverHeardOf && answer is PaymentAnswer.Found { News.State: ProcessorState.Canceled } found)
        {
            answer = new PaymentAnswer.Found(found.News with { State = ProcessorState.Expired });
        }

        return await RecordedAsync(answer, account);
    }

    // Not the caller's token: what the processor said is a fact, whoever left.
    private async Task<PaymentAnswer> RecordedAsync(PaymentAnswer answer, ProcessorAccount account)
    {
        if (answer is PaymentAnswer.Found found)
        {
            await recordOutcome.HandleAsync(found.News, account.Id, null, CancellationToken.None);
        }

        return answer;
    }

    private async Task<(ProcessorAccount Account, IPaymentProcessor Processor)> ProcessorOfAsync(PaymentId id, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => db.Payments.Any(p => p.Id == id && p.AccountId == a.Id), ct);
        return (account, processors.Of(account.Kind));
    }
}
