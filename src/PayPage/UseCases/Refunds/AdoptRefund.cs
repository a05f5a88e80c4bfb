using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Refunds;

/// <summary>Somebody gave money back at the processor, past us. It is written down as the fact that it is, once, whatever we think was left.</summary>
internal sealed class AdoptRefund(FollowRefund follow, Promise promise, IdSource ids, TimeProvider clock)
{
    private static readonly TimeSpan AskAfter = TimeSpan.FromDays(1);

    /// <param name="news">With an amount in the payment's currency, and a reference that no refund of the account has.</param>
    public async Task HandleAsync(Unit unit, RefundNews news, Payment payment, Invoice invoice, CancellationToken ct)
    {
        var amount = news.Amount ?? throw new InvariantException("A refund without an amount cannot be written down.");
        var failed = news.State == RefundState.Failed;

        if (!failed)
        {
            await unit.Returns.HoldAsFactAsync(payment.Id, amount.Minor, ct);
        }

        var refund = new Refund
        {
            Id = RefundId.New(ids),
            MerchantId = payment.MerchantId,
            PaymentId = payment.Id,
            AccountId = payment.AccountId,
            Amount = amount,
            OfOverpayment = failed ? 0 : await MakeRefund.OfOverpaymentAsync(unit, payment.Id, amount.Minor, ct),
            Origin = RefundOrigin.Processor,
            Actor = Actor.Processor,
            RequestedAt = clock.GetUtcNow(),
        };
        unit.Db.Refunds.Add(refund);

        switch (news.State)
        {
            case RefundState.Succeeded:
                await follow.HappenedAsync(unit, refund, payment, invoice, news.Reference, ct);
                break;
            case RefundState.Pending:
                follow.Pending(unit, refund, payment, invoice, news.Reference, news.Reason);
                promise.Of(unit, invoice, OutboxKind.RefundRequest, $"refund:{refund.Id}", payment: payment.Id, refund: refund.Id, after: AskAfter);
                break;
            case RefundState.Failed:
                // Nobody here asked for it, and nothing moved: whoever did, reads it there. Kept so that older news of it is known as such.
                refund.Fail(news.Reference, news.Reason, clock.GetUtcNow());
                refund.Leave(clock.GetUtcNow());
                break;
        }
    }
}
