using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Payments;

/// <summary>Bank money takes days: its payer is told when it sets out, and when it does not come.</summary>
internal sealed class TellOfBank(Promise promise)
{
    public async Task OnItsWayAsync(Unit unit, Payment payment, Invoice invoice, CancellationToken ct)
    {
        if (await HasAddressAsync(unit, payment, invoice, ct))
        {
            promise.Of(unit, invoice, OutboxKind.BankPendingMail, $"pending:{payment.Id}", payment: payment.Id);
        }
    }

    /// <summary>With the link to pay again, unless it was taken back.</summary>
    public async Task NotArrivedAsync(Unit unit, Payment payment, Invoice invoice, CancellationToken ct)
    {
        if (await HasAddressAsync(unit, payment, invoice, ct))
        {
            var hasLink = await unit.Db.Links.AnyAsync(l => l.Id == payment.LinkId && LinkTransitions.Live.Contains(l.Status), ct);
            promise.Of(unit, invoice, OutboxKind.BankFailedMail, $"failed:{payment.Id}", hasLink ? payment.LinkId : null, payment.Id);
        }
    }

    private static async Task<bool> HasAddressAsync(Unit unit, Payment payment, Invoice invoice, CancellationToken ct) =>
        (await Addressee.OfAsync(unit.Db, payment, invoice, ct)).Email is not null;
}
