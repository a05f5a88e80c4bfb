using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Home;

/// <summary>Where somebody seems to try cards. Reads only.</summary>
internal sealed class FindTested(PayPageDbContext db)
{
    // A day passes before the same is told again, and a weekend before somebody looks.
    private static readonly TimeSpan AlertsShown = TimeSpan.FromDays(3);

    /// <returns>Many declines first, then links that take no payments, the newest first.</returns>
    public async Task<IReadOnlyList<Worry>> HandleAsync(int most, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - AlertsShown;
        var alerts = await db.DeclineAlerts.AsNoTracking()
            .Where(a => a.MerchantId == caller.MerchantId && a.Mode == caller.Mode && a.ToldAt > since)
            .Join(db.Invoices, a => a.InvoiceId, i => i.Id, (a, i) => new { Alert = a, i.Number })
            .ToListAsync(ct);
        var barred = await db.Links.AsNoTracking()
            .Where(l => l.MerchantId == caller.MerchantId && l.BarredAt != null && LinkTransitions.Live.Contains(l.Status))
            .Join(
                db.Invoices.Where(i => i.Mode == caller.Mode && InvoiceTransitions.Payable.Contains(i.Stage) && i.Paid < i.Total),
                l => l.InvoiceId, i => i.Id, (l, i) => new { Link = l, i.Number, i.BillTo })
            .OrderByDescending(b => b.Link.BarredAt)
            .Take(most)
            .ToListAsync(ct);

        return
        [
            .. alerts.Select(a => new Worry.ManyDeclines(a.Number, a.Alert.ToldAt, a.Alert.Declined, a.Alert.Tries)),
            .. barred.OrderByDescending(b => b.Link.BarredAt).Select(b => new Worry.LinkBarred(
                b.Number, b.Link.BarredAt ?? b.Link.CreatedAt, b.Link.Id, b.Link.IsForAnother ? b.Link.PayerName ?? b.Link.PayerEmail : SearchWords.CustomerOf(b.BillTo), b.Link.Declines)),
        ];
    }
}
