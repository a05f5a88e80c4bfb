using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Outbox;

/// <summary>Asks the processor to give money back. Safe to repeat: the refund's id is the processor's idempotency key.</summary>
internal sealed class RequestRefund(PayPageDbContext db, IPaymentProcessors processors, IProcessorVault vault, RecordRefund recordRefund)
{
    public async Task<DeliveryOutcome> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == message.RefundId, ct);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == refund.PaymentId, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == payment.AccountId, ct);
        var reference = payment.ProcessorReference ?? throw new InvariantException($"{payment.Id} has money but no reference.");

        if (refund.Status != RefundStatus.Requested)
        {
            return new DeliveryOutcome.Accepted();
        }

        switch (await processors.Of(account.Kind).RefundAsync(refund, reference, vault.Unseal(account.SealedSecrets), ct))
        {
            case RefundAnswer.Found found:
                await recordRefund.HandleAsync(found.News, account.Id, null, CancellationToken.None);
                return new DeliveryOutcome.Accepted();
            case RefundAnswer.Refused refused:
                await recordRefund.HandleAsync(
                    new RefundNews(refund.Id, "", RefundState.Failed), account.Id, null, CancellationToken.None);
                return new DeliveryOutcome.Refused(refused.Reason);
            case RefundAnswer.NoAnswer:
                return new DeliveryOutcome.Unknown("The processor did not answer.");
            default:
                throw new UnreachableException();
        }
    }
}
