using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Holds the money that came at a processor against the books. What is only late here is asked for, and enters them as any other news.</summary>
internal sealed class JudgePayments(PayPageDbContext db, AskProcessor ask, IOptions<ReconciliationOptions> options)
{
    public async Task HandleAsync(ProcessorAccount account, IReadOnlyList<Movement.In> came, Findings findings, CancellationToken ct)
    {
        string[] references = [.. came.Select(m => m.Reference)];
        PaymentId[] ids = [.. came.Select(m => m.Id).OfType<PaymentId>()];
        var ours = await db.Payments.AsNoTracking()
            .Where(p => p.AccountId == account.Id && (ids.Contains(p.Id) || references.Contains(p.MoneyReference) || references.Contains(p.ProcessorReference)))
            .ToListAsync(ct);

        foreach (var movement in came)
        {
            var payment = ours.Find(p => p.MoneyReference == movement.Reference || p.ProcessorReference == movement.Reference) ?? ours.Find(p => p.Id == movement.Id);

            if (await JudgeAsync(payment, movement, findings, ct) is { } kind)
            {
                findings.Differences.Add(new FoundDifference(kind, movement.Reference, movement.Amount, movement.At)
                {
                    Method = movement.Method,
                    Instrument = movement.Instrument,
                    PaymentId = payment?.Id,
                });
            }
        }
    }

    /// <returns>Null where both have the same (now).</returns>
    private async Task<DifferenceKind?> JudgeAsync(Payment? payment, Movement.In movement, Findings findings, CancellationToken ct)
    {
        if (payment is null)
        {
            return movement.Id is null && options.Value.SharedAccounts ? null : DifferenceKind.UnknownPayment;
        }

        if (payment.Status == PaymentStatus.Succeeded)
        {
            return payment.MoneyReference is { } known && known != movement.Reference && payment.ProcessorReference != movement.Reference ? DifferenceKind.UnknownPayment    // the same payment was paid twice there
                : payment.Amount != movement.Amount ? DifferenceKind.OtherAmount
                : null;
        }

        if (await ask.LookAsync(payment.Id, ct) is PaymentAnswer.NoAnswer)
        {
            findings.Miss("The processor did not say how one of our payments stands.");
            return null;
        }

        if (await db.Payments.AnyAsync(p => p.Id == payment.Id && p.Status == PaymentStatus.Succeeded, ct))
        {
            findings.Healed.Add($"{payment.Id}");
            return null;
        }

        return payment.Amount != movement.Amount ? DifferenceKind.OtherAmount : DifferenceKind.UnknownPayment;
    }
}
