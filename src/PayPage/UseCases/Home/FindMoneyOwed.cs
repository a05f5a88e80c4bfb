using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Ledger;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Home;

/// <summary>Money that is owed to payers until somebody does something about it. Reads only. It is news for as long as it lasts.</summary>
internal sealed class FindMoneyOwed(PayPageDbContext db)
{
    /// <summary>Refunds that failed, and that nobody asked for again or settled in another way.</summary>
    public async Task<IEnumerable<Worry>> FailedAsync(int most, Caller caller, CancellationToken ct)
    {
        var failed = await db.Refunds.AsNoTracking()
            .Where(r => r.MerchantId == caller.MerchantId && r.Status == RefundStatus.Failed && r.LeftAt == null)
            .Join(db.Payments.Where(p => p.Mode == caller.Mode), r => r.PaymentId, p => p.Id, (r, p) => new { Refund = r, p.InvoiceId })
            .Join(db.Invoices, r => r.InvoiceId, i => i.Id, (r, i) => new { r.Refund, i.Number })
            .OrderByDescending(r => r.Refund.SettledAt)
            .Take(most)
            .ToListAsync(ct);

        return failed.OrderByDescending(f => f.Refund.SettledAt).Select(f => new Worry.RefundFailed(
            f.Number, f.Refund.SettledAt ?? f.Refund.RequestedAt, f.Refund.Id, f.Refund.Amount, f.Refund.FailureReason, f.Refund.Postings > 0));
    }

    /// <summary>Money for which an invoice had no room, and that is not on its way back.</summary>
    public async Task<IEnumerable<Worry>> OverpaidAsync(int most, Caller caller, CancellationToken ct)
    {
        var owed = await db.Ledger
            .Where(e => e.MerchantId == caller.MerchantId && e.Mode == caller.Mode && e.Account == LedgerAccount.OverpaymentOwed)
            .GroupBy(e => e.PaymentId)
            .Select(g => new
            {
                PaymentId = g.Key,
                Credit = -g.Sum(e => e.Amount.Minor),
                Since = g.Max(e => e.At),
                GoesBack = db.Refunds.Where(r => r.PaymentId == g.Key && (r.Status == RefundStatus.Requested || r.Status == RefundStatus.Pending)).Sum(r => r.OfOverpayment),
            })
            .Where(g => g.Credit > g.GoesBack)
            .OrderByDescending(g => g.Since)
            .Take(most)
            .Join(db.Payments, g => g.PaymentId, p => p.Id, (g, p) => new { g.Credit, g.GoesBack, g.Since, p.Reference, p.InvoiceId })
            .Join(db.Invoices, g => g.InvoiceId, i => i.Id, (g, i) => new { g.Credit, g.GoesBack, g.Since, g.Reference, i.Number, i.Currency })
            .ToListAsync(ct);

        return owed.OrderByDescending(o => o.Since).Select(o => new Worry.Overpaid(o.Number, o.Since, new Money(o.Credit - o.GoesBack, o.Currency), o.Reference));
    }
}
