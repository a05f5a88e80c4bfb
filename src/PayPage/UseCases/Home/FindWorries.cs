using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.UseCases.Reconciliation;

namespace PayPage.UseCases.Home;

/// <summary>All that waits for somebody of the merchant's team. Reads only.</summary>
internal sealed class FindWorries(
    PayPageDbContext db, FindDisputed findDisputed, FindUndelivered findUndelivered, FindMoneyOwed findMoneyOwed, FindDifferences findDifferences, FindTested findTested,
    TimeProvider clock)
{
    /// <summary>What nobody cared for in that time is not news any more; money is.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <param name="most">Of each kind.</param>
    /// <returns>Money first, and of each kind the newest first; what has a last day by that day.</returns>
    public async Task<IReadOnlyList<Worry>> HandleAsync(int most, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        return
        [
            .. await findDisputed.HandleAsync(most, caller, ct),
            .. await findDifferences.HandleAsync(caller, ct),
            .. await UnconfirmedAsync(most, caller, now - Patience, ct),
            .. await findMoneyOwed.FailedAsync(most, caller, ct),
            .. await findMoneyOwed.OverpaidAsync(most, caller, ct),
            .. await findTested.HandleAsync(most, caller, now, ct),
            .. await findUndelivered.HandleAsync(most, caller, now - Memory, ct),
            .. await ExpiredAsync(most, caller, now - Memory, ct),
        ];
    }

    private async Task<IEnumerable<Worry>> UnconfirmedAsync(int most, Caller caller, DateTimeOffset before, CancellationToken ct)
    {
        var payments = await db.Payments.AsNoTracking()
            .Where(p => p.MerchantId == caller.MerchantId && p.Mode == caller.Mode && p.Status == PaymentStatus.Unconfirmed && p.PreparedAt < before)
            .OrderByDescending(p => p.PreparedAt)
            .Take(most)
            .Join(db.Invoices, p => p.InvoiceId, i => i.Id, (p, i) => new { Payment = p, i.Number })
            .ToListAsync(ct);

        return payments.OrderByDescending(p => p.Payment.PreparedAt)
            .Select(p => new Worry.Unconfirmed(p.Number, p.Payment.PreparedAt, p.Payment.Id, p.Payment.Amount));
    }

    private async Task<IEnumerable<Worry>> ExpiredAsync(int most, Caller caller, DateTimeOffset since, CancellationToken ct)
    {
        var ended = await db.Audit
            .Where(e => e.MerchantId == caller.MerchantId && e.Mode == caller.Mode && e.Kind == AuditKind.LinkExpired && e.At >= since)
            .GroupBy(e => e.InvoiceId)
            .Select(g => new { InvoiceId = g.Key, At = g.Max(e => e.At) })
            .Join(db.Invoices, g => g.InvoiceId, i => i.Id, (g, i) => new { g.At, Invoice = i })
            .Where(e => InvoiceTransitions.Payable.Contains(e.Invoice.Stage) && e.Invoice.Paid < e.Invoice.Total
                && !db.Links.Any(l => l.InvoiceId == e.Invoice.Id && LinkTransitions.Live.Contains(l.Status)))
            .OrderByDescending(e => e.At)
            .Take(most)
            .Select(e => new { e.At, e.Invoice.Number, e.Invoice.BillTo, e.Invoice.Currency, Due = e.Invoice.Total - e.Invoice.Paid })
            .ToListAsync(ct);

        return ended.Select(e => new Worry.Expired(e.Number, e.At, SearchWords.CustomerOf(e.BillTo), new Money(e.Due, e.Currency)));
    }
}
