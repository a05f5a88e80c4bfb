using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Holds the money in the books against what a processor listed. What it did not list is looked for once more, from when it was begun.</summary>
internal sealed class LookForOurs(PayPageDbContext db, ReadStatement read)
{
    private const int PageLength = 500;

    // Its clock may differ from ours by as much as the times of its webhooks may.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    /// <param name="findings">With all that the processor listed in the window.</param>
    public async Task HandleAsync(ProcessorAccount account, StatementWindow window, Findings findings, CancellationToken ct)
    {
        List<Sought> sought = [.. await PaymentsAsync(account, window, findings, ct), .. await RefundsAsync(account, window, findings, ct), .. await MissingAsync(account, ct)];
        sought.RemoveAll(s => findings.Seen.Contains(s.Found.Reference));

        if (sought.Count > 0)
        {
            await LookAgainAsync(account, sought, findings, ct);
        }

        findings.Differences.AddRange(sought.Select(s => s.Found).DistinctBy(f => (f.Kind, f.Reference)));
    }

    private async Task<List<Sought>> PaymentsAsync(ProcessorAccount account, StatementWindow window, Findings findings, CancellationToken ct)
    {
        var sought = new List<Sought>();
        PaymentId? after = null;
        List<Payment> page;

        do
        {
            var own = db.Payments.AsNoTracking()
                .Where(p => p.MerchantId == account.MerchantId && p.Mode == account.Mode && p.AccountId == account.Id && p.Status == PaymentStatus.Succeeded)
                .Where(p => p.SettledAt >= window.From && p.SettledAt < window.To);
            page = await (after is { } last ? own.Where(p => p.Id > last) : own).OrderBy(p => p.Id).Take(PageLength).ToListAsync(ct);

            foreach (var payment in page)
            {
                findings.CountPaymentHere(payment.Amount);
                sought.Add(Of(payment));
            }

            sought.RemoveAll(s => findings.Seen.Contains(s.Found.Reference));
            after = page.Count > 0 ? page[^1].Id : after;
        }
        while (page.Count == PageLength);

        return sought;
    }

    private async Task<List<Sought>> RefundsAsync(ProcessorAccount account, StatementWindow window, Findings findings, CancellationToken ct)
    {
        var back = await db.Refunds.AsNoTracking()
            .Where(r => r.MerchantId == account.MerchantId && r.AccountId == account.Id && r.Status == RefundStatus.Succeeded && r.SettledAt >= window.From && r.SettledAt < window.To)
            .Select(r => new { r.Id, r.PaymentId, r.Amount, r.ProcessorReference, r.RequestedAt, r.SettledAt })
            .ToListAsync(ct);

        back.ForEach(r => findings.CountRefundHere(r.Amount));
        return [.. back.Select(r => Of(r.Id, r.PaymentId, r.Amount, r.ProcessorReference, r.RequestedAt, r.SettledAt))];
    }

    /// <summary>What was missing before is looked for again, however long ago it was.</summary>
    private async Task<List<Sought>> MissingAsync(ProcessorAccount account, CancellationToken ct)
    {
        var open = db.Differences.Where(d => d.AccountId == account.Id && d.State == DifferenceState.Open);
        var payments = await db.Payments.AsNoTracking()
            .Where(p => open.Any(d => d.Kind == DifferenceKind.MissingPayment && d.PaymentId == p.Id) && p.Status == PaymentStatus.Succeeded).ToListAsync(ct);
        var refunds = await db.Refunds.AsNoTracking()
            .Where(r => open.Any(d => d.Kind == DifferenceKind.MissingRefund && d.RefundId == r.Id) && r.Status == RefundStatus.Succeeded).ToListAsync(ct);

        return [.. payments.Select(Of), .. refunds.Select(r => Of(r.Id, r.PaymentId, r.Amount, r.ProcessorReference, r.RequestedAt, r.SettledAt))];
    }

    /// <summary>A processor lists money as of when it came there, or was begun; we as of when we heard of it. One list over all those times tells.</summary>
    private async Task LookAgainAsync(ProcessorAccount account, List<Sought> sought, Findings findings, CancellationToken ct)
    {
        var wide = new StatementWindow(sought.Min(s => s.BegunAt) - Margin, sought.Max(s => s.Found.At) + Margin);

        await foreach (var page in read.HandleAsync(account, wide, ct))
        {
            if (page is not StatementPage.Listed listed)
            {
                findings.Miss("The processor did not list everything.");
                sought.Clear();    // nobody knows
                return;
            }

            sought.RemoveAll(s => listed.Movements.Any(m => m.Reference == s.Found.Reference && m is not Movement.Back { State: RefundState.Failed }));
        }
    }

    private static Sought Of(Payment payment)
    {
        var at = payment.SettledAt ?? payment.PreparedAt;
        var found = new FoundDifference(DifferenceKind.MissingPayment, payment.MoneyReference ?? payment.ProcessorReference ?? $"{payment.Id}", payment.Amount, at)
        {
            Method = payment.Method,
            Instrument = payment.Instrument,
            PaymentId = payment.Id,
        };
        return new Sought(found, payment.PreparedAt < at ? payment.PreparedAt : at);
    }

    private static Sought Of(RefundId id, PaymentId payment, Domain.Money amount, string? reference, DateTimeOffset requestedAt, DateTimeOffset? settledAt) => new(
        new FoundDifference(DifferenceKind.MissingRefund, reference ?? $"{id}", amount, settledAt ?? requestedAt) { PaymentId = payment, RefundId = id }, requestedAt);

    /// <param name="Found">What it is if it is not there.</param>
    /// <param name="BegunAt">Not after it moved.</param>
    private sealed record Sought(FoundDifference Found, DateTimeOffset BegunAt);
}
