using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Fences;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Fences;

/// <summary>Sees when unusually many of a merchant's last tries were declined, and has him told: at most once a day.</summary>
/// <remarks>Looked at with each decline and at no other time: whoever is paid in peace pays nothing for it.</remarks>
internal sealed class WatchDeclines(TellOfFence tell, IOptions<FenceOptions> options, TimeProvider clock)
{
    internal static readonly TimeSpan Silence = TimeSpan.FromDays(1);

    // A small merchant's declines of half a year are no attack.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    /// <summary>In the unit of work of a decline, when that is noted and not yet saved.</summary>
    /// <param name="invoice">Whose payment was declined.</param>
    public async Task HandleAsync(Unit unit, Invoice invoice, CancellationToken ct)
    {
        var (most, now) = (options.Value.AlertTries, clock.GetUtcNow());
        var alert = await unit.Db.DeclineAlerts.SingleOrDefaultAsync(a => a.MerchantId == invoice.MerchantId && a.Mode == invoice.Mode, ct);

        if (alert is not null && (now - alert.ToldAt).Duration() < Silence)
        {
            return;
        }

        // Each kind by itself along its index, and then the newest of all; the one that is just being recorded is the newest.
        var tries = new List<(DateTimeOffset At, bool Declined)> { (now, true) };
        tries.AddRange((await NewestAsync(AuditKind.PaymentSucceeded)).Select(at => (at, false)));
        tries.AddRange((await NewestAsync(AuditKind.PaymentDeclined)).Select(at => (at, true)));
        tries.AddRange((await NewestAsync(AuditKind.PaymentTryDeclined)).Select(at => (at, true)));
        var last = tries.OrderByDescending(t => t.At).Take(most).ToList();
        var declined = last.Count(t => t.Declined);

        if (last.Count < most || declined * 100 <= options.Value.AlertPercent * most)
        {
            return;
        }

        alert ??= unit.Db.DeclineAlerts.Add(new DeclineAlert
        {
            MerchantId = invoice.MerchantId,
            Mode = invoice.Mode,
            ToldAt = now,
            Declined = declined,
            Tries = most,
            InvoiceId = invoice.Id,
        }).Entity;
        (alert.ToldAt, alert.Declined, alert.Tries, alert.InvoiceId) = (now, declined, most, invoice.Id);
        await tell.OfManyDeclinesAsync(unit, invoice, now, ct);

        Task<List<DateTimeOffset>> NewestAsync(AuditKind kind) => unit.Db.Audit
            .Where(e => e.MerchantId == invoice.MerchantId && e.Mode == invoice.Mode && e.Kind == kind && e.At > now - Memory && e.Actor == Actor.Processor)
            .OrderByDescending(e => e.At)
            .Take(most)
            .Select(e => e.At)
            .ToListAsync(ct);
    }
}
