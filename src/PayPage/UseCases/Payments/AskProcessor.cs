using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>Asks the processor about one payment and records the answer. Safe to repeat.</summary>
internal sealed class AskProcessor(PayPageDbContext db, IPaymentProcessors processors, IProcessorVault vault, RecordOutcome recordOutcome, HearOfKey hearOfKey)
{
    /// <summary>How it stands there.</summary>
    public async Task<PaymentAnswer> LookAsync(PaymentId id, CancellationToken ct)
    {
        var (payment, account, processor) = await ProcessorOfAsync(id, ct);
        return await RecordedAsync(await processor.FindAsync(payment, ProcessorAccess.To(account, vault), ct), account);
    }

    /// <summary>How it stands there, for a page that may change nothing: what is heard is not recorded.</summary>
    public async Task<PaymentAnswer> PeekAsync(PaymentId id, CancellationToken ct)
    {
        var (payment, account, processor) = await ProcessorOfAsync(id, ct);
        return await processor.FindAsync(payment, ProcessorAccess.To(account, vault), ct);
    }

    /// <summary>Sees to it that no money comes of it any more; if it was too late for that, the money is recorded.</summary>
    /// <param name="givenUp">
    /// Nobody asked for it: the processor had no such payment a moment ago, and cancelling only bars the door for a request still on its
    /// way, or its time is over. Then what we write is that the payment failed.
    /// </param>
    public Task<PaymentAnswer> CancelAsync(PaymentId id, bool givenUp, CancellationToken ct) =>
        CancelAsync(id, givenUp ? ProcessorState.Expired : ProcessorState.Canceled, ct);

    /// <param name="because">What it means to us that the processor closed its side: canceled, expired or declined.</param>
    public async Task<PaymentAnswer> CancelAsync(PaymentId id, ProcessorState because, CancellationToken ct)
    {
        var (payment, account, processor) = await ProcessorOfAsync(id, ct);
        var answer = await processor.CancelAsync(payment, ProcessorAccess.To(account, vault), ct);

        if (answer is PaymentAnswer.Found { News.State: ProcessorState.Canceled } found)
        {
            answer = new PaymentAnswer.Found(found.News with { State = because });
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

        if (answer is not PaymentAnswer.NoAnswer { KeyRefused: false })
        {
            await hearOfKey.HandleAsync(account, answer is PaymentAnswer.NoAnswer, CancellationToken.None);
        }

        return answer;
    }

    private async Task<(PaymentTrace Payment, ProcessorAccount Account, IPaymentProcessor Processor)> ProcessorOfAsync(PaymentId id, CancellationToken ct)
    {
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == payment.AccountId, ct);
        return (PaymentTrace.Of(payment), account, processors.Of(account.Kind));
    }
}
