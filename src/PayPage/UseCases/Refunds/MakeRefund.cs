using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Refunds;

/// <summary>
/// Decides, inside a unit of work, that money goes back: its amount is held by one conditional UPDATE, the refund is written down, and the
/// processor is to be asked. Every way to a refund of ours leads through here.
/// </summary>
internal sealed class MakeRefund(FollowRefund follow, Promise promise, Note note, TimeProvider clock)
{
    /// <param name="payment">Saved by the unit as it stands.</param>
    /// <returns>Null, and nothing was written, when so much cannot be given back (any more).</returns>
    public async Task<Refund?> HandleAsync(Unit unit, Payment payment, Invoice invoice, RefundOrder order, CancellationToken ct)
    {
        if (!await unit.Returns.TryHoldAsync(payment.Id, order.Amount, ct))
        {
            return null;
        }

        var isOutside = payment.Method == PaymentMethod.Outside;
        var refund = new Refund
        {
            Id = order.Id,
            MerchantId = payment.MerchantId,
            PaymentId = payment.Id,
            AccountId = payment.AccountId,
            Amount = new Money(order.Amount, payment.Amount.Currency),
            OfOverpayment = await OfOverpaymentAsync(unit, payment.Id, order.Amount, ct),
            Origin = order.Origin,
            Actor = order.Actor,
            Reason = order.Reason,
            PredecessorId = order.PredecessorId,
            RequestedAt = clock.GetUtcNow(),
        };
        unit.Db.Refunds.Add(refund);

        if (isOutside)
        {
            await follow.SucceededAsync(unit, refund, payment, invoice, null, order.Actor, order.TellsPayer, ct);
            return refund;
        }

        note.Of(unit, invoice, order.PredecessorId is null ? AuditKind.RefundRequested : AuditKind.RefundRetried, order.Actor, payment, refund, order.Reason);
        promise.Of(unit, invoice, OutboxKind.RefundRequest, $"refund:{refund.Id}", payment: payment.Id, refund: refund.Id);

        if (order.Origin == RefundOrigin.Policy && (await Addressee.OfAsync(unit.Db, payment, invoice, ct)).Email is not null)
        {
            promise.Of(unit, invoice, OutboxKind.RefundBegunMail, $"refund-begun:{refund.Id}", payment: payment.Id, refund: refund.Id);
        }

        return refund;
    }

    /// <summary>Money that no invoice had room for goes back first.</summary>
    /// <remarks>To be asked only behind a hold: whoever else gives back of the same payment waits for this unit at the payment's row.</remarks>
    public static async Task<long> OfOverpaymentAsync(Unit unit, PaymentId id, long amount, CancellationToken ct)
    {
        var came = -await unit.Db.Ledger.Where(e => e.Posting == $"{id}" && e.Account == LedgerAccount.OverpaymentOwed).SumAsync(e => e.Amount.Minor, ct);
        var gone = await unit.Db.Refunds
            .Where(r => r.PaymentId == id && RefundTransitions.Holding.Contains(r.Status))
            .SumAsync(r => r.OfOverpayment, ct);
        return Math.Clamp(came - gone, 0, amount);
    }
}

/// <param name="Amount">Minor units of the payment's currency, more than 0.</param>
/// <param name="Actor">For the history, see <see cref="Caller.Actor"/>.</param>
internal sealed record RefundOrder(RefundId Id, long Amount, RefundOrigin Origin, string Actor)
{
    public string? Reason { get; init; }

    /// <summary>The failed one that it carries on.</summary>
    public RefundId? PredecessorId { get; init; }

    /// <summary>Whether the payer is told of money that was given back by hand. Of all other he is.</summary>
    public bool TellsPayer { get; init; } = true;
}
