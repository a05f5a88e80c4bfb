using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.UseCases.Fences;

namespace PayPage.UseCases.Payments;

/// <summary>Asks after every open payment that is due to be asked for. What a lost webhook or a crash left open ends here.</summary>
internal sealed partial class ReconcilePayments(
    PayPageDbContext db, WriteSeam write, AskProcessor ask, EndHeld endHeld, TimeProvider clock, ILogger<ReconcilePayments> log)
{
    private const int Batch = 50;

    /// <returns>How many payments were asked for. Several nodes may run it at once: each payment is asked for by one.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Payments.AsNoTracking()
            .Where(p => p.NextCheckAt <= now && PaymentTransitions.Open.Contains(p.Status))
            .OrderBy(p => p.NextCheckAt)
            .Take(Batch)
            .ToListAsync(ct);
        var asked = 0;

        foreach (var payment in due)
        {
            if (await ClaimAsync(payment, now, ct))
            {
                await AskAsync(payment, now, ct);
                asked++;
            }
        }

        return asked;
    }

    /// <summary>Sets the next time before asking: whoever dies while asking has not lost the payment.</summary>
    private Task<bool> ClaimAsync(Payment payment, DateTimeOffset now, CancellationToken ct)
    {
        var next = CheckSchedule.Next(payment, now);

        return write.RunAsync(
            async (unit, token) => await unit.Db.Payments
                .Where(p => p.Id == payment.Id && p.Checks == payment.Checks && PaymentTransitions.Open.Contains(p.Status))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(p => p.Checks, p => p.Checks + 1)
                        .SetProperty(p => p.NextCheckAt, next)
                        .SetProperty(p => p.Version, p => p.Version + 1),
                    token) == 1,
            ct);
    }

    private async Task AskAsync(Payment payment, DateTimeOffset now, CancellationToken ct)
    {
        var answer = await ask.LookAsync(payment.Id, ct);

        if (answer is PaymentAnswer.NotFound)
        {
            // Our request may still be on its way. Only the processor's cancel makes sure that nothing comes of it.
            answer = await ask.CancelAsync(payment.Id, givenUp: true, ct);
        }
        else if (answer is PaymentAnswer.Found { News.State: ProcessorState.Open } && payment.HoldsUntil <= now)
        {
            // Nothing came of it in its time, and others may want to pay. The processor decides: it may have succeeded just now.
            answer = await ask.CancelAsync(payment.Id, givenUp: true, ct);
        }
        else if (answer is PaymentAnswer.Found { News.State: ProcessorState.Open })
        {
            await endHeld.HandleAsync(payment.Id, ct);
        }

        var stillOpen = answer is PaymentAnswer.NoAnswer
            || answer is PaymentAnswer.Found { News.State: ProcessorState.Open or ProcessorState.Processing };

        if (stillOpen && now - payment.PreparedAt >= CheckSchedule.NeedsAPersonAfter)
        {
            LogStillOpen(payment.Id, payment.Status);
        }
    }

    [LoggerMessage(2301, LogLevel.Error, "{PaymentId} is still {Status} after a week. A person must look.")]
    private partial void LogStillOpen(PaymentId paymentId, PaymentStatus status);
}
