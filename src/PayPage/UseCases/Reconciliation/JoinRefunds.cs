using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Refunds of money that we do not know belong to that money: where all of it went back there, nobody has to do anything about it.</summary>
internal sealed class JoinRefunds(PayPageDbContext db, IOptions<ReconciliationOptions> options)
{
    /// <param name="findings">Loses the payments that went back as a whole, and gains the refunds that belong to nothing.</param>
    public async Task HandleAsync(ProcessorAccount account, Findings findings, CancellationToken ct)
    {
        foreach (var refunds in findings.Orphans.Where(o => o.State != RefundState.Failed).GroupBy(o => o.MoneyReference))
        {
            var gone = refunds.Where(r => r.State == RefundState.Succeeded).Sum(r => r.Amount.Minor);

            if (findings.Differences.Find(d => d.Kind == DifferenceKind.UnknownPayment && d.Reference == refunds.Key) is { } money)
            {
                if (gone >= money.Amount.Minor)
                {
                    findings.Differences.Remove(money);
                }
            }
            else if (refunds.Key is { } reference
                && await db.Differences.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == account.Id && d.Kind == DifferenceKind.UnknownPayment && d.Reference == reference, ct) is { } known)
            {
                if (gone >= known.Amount.Minor)
                {
                    findings.WentBack.Add(reference);
                }
            }
            else
            {
                findings.Differences.AddRange(refunds.Where(r => r.Id is not null || !options.Value.SharedAccounts).Select(r => new FoundDifference(DifferenceKind.UnknownRefund, r.Reference, r.Amount, r.At)));
            }
        }
    }
}
