using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Disputes;

namespace PayPage.UseCases.Home;

/// <summary>Disputes that wait for the merchant's answer. Reads only.</summary>
internal sealed class FindDisputed(PayPageDbContext db)
{
    /// <returns>The one whose last day is nearest first; those without one behind them.</returns>
    public async Task<IReadOnlyList<Worry.Disputed>> HandleAsync(int most, Caller caller, CancellationToken ct)
    {
        var waiting = await db.Disputes.AsNoTracking()
            .Where(d => d.MerchantId == caller.MerchantId && d.Mode == caller.Mode && DisputeTransitions.Waiting.Contains(d.State))
            .OrderBy(d => d.EvidenceBy == null).ThenBy(d => d.EvidenceBy)
            .Take(most)
            .Join(db.Invoices, d => d.InvoiceId, i => i.Id, (d, i) => new { Dispute = d, i.Number })
            .ToListAsync(ct);

        return
        [
            .. waiting.OrderBy(d => d.Dispute.EvidenceBy ?? DateTimeOffset.MaxValue).Select(d => new Worry.Disputed(
                d.Number, d.Dispute.OpenedAt, d.Dispute.Id, d.Dispute.Amount, d.Dispute.State == Domain.Payments.DisputeState.Inquiry, d.Dispute.Reason, d.Dispute.EvidenceBy)),
        ];
    }
}
