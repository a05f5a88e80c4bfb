using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Inbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Holds the money that went back at a processor against the books. What is only late here enters them as any other news.</summary>
internal sealed class JudgeRefunds(PayPageDbContext db, RecordRefund recordRefund)
{
    public async Task HandleAsync(ProcessorAccount account, IReadOnlyList<Movement.Back> back, Findings findings, CancellationToken ct)
    {
        string[] references = [.. back.Select(m => m.Reference)];
        RefundId[] ids = [.. back.Select(m => m.Id).OfType<RefundId>()];
        var ours = await db.Refunds.AsNoTracking()
            .Where(r => r.AccountId == account.Id && (ids.Contains(r.Id) || references.Contains(r.ProcessorReference)))
            .ToListAsync(ct);

        // What a colleague gives back of money that nobody knew bears an id that only the difference knows.
        var given = await db.Differences
            .Where(d => d.AccountId == account.Id && d.Kind == DifferenceKind.UnknownPayment && d.RefundId != null)
            .Where(d => ids.Contains(d.RefundId!.Value))
            .Select(d => d.RefundId)
            .ToListAsync(ct);

        foreach (var movement in back.Where(m => m.Id is not { } id || !given.Contains(id)))
        {
            var refund = ours.Find(r => r.ProcessorReference == movement.Reference) ?? ours.Find(r => r.Id == movement.Id);

            if (await JudgeAsync(account, refund, movement, findings, ct) is { } kind)
            {
                findings.Differences.Add(new FoundDifference(kind, movement.Reference, movement.Amount, movement.At) { PaymentId = refund?.PaymentId, RefundId = refund?.Id });
            }
        }
    }

    /// <returns>Null where both have the same (now).</returns>
    private async Task<DifferenceKind?> JudgeAsync(ProcessorAccount account, Refund? refund, Movement.Back movement, Findings findings, CancellationToken ct)
    {
        if (refund is not null && refund.Amount != movement.Amount)
        {
            return DifferenceKind.OtherAmount;
        }

        if (refund is not null && Same(refund.Status, movement.State))
        {
            return null;
        }

        var verdict = await recordRefund.HandleAsync(movement.News(known: refund is not null), account.Id, null, CancellationToken.None);
        var now = await db.Refunds.AsNoTracking().SingleOrDefaultAsync(r => r.AccountId == account.Id && r.ProcessorReference == movement.Reference, ct);

        if (now is not null && Same(now.Status, movement.State))
        {
            findings.Healed.Add($"{now.Id}");
            return null;
        }

        if (refund is not null)
        {
            return DifferenceKind.OtherState;
        }

        if (verdict == InboxVerdict.Unmatched)
        {
            findings.Orphans.Add(movement);    // of money that we do not know either: they are looked at together
            return null;
        }

        return DifferenceKind.UnknownRefund;
    }

    private static bool Same(RefundStatus here, RefundState there) => here switch
    {
        RefundStatus.Requested => false,
        RefundStatus.Pending => there == RefundState.Pending,
        RefundStatus.Succeeded => there == RefundState.Succeeded,
        RefundStatus.Failed or RefundStatus.Retried => there == RefundState.Failed,
    };
}
