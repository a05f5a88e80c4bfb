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

/// <summary>Asks the processor to give money back, and once a day what became of it. Safe to repeat: the refund's id is the processor's idempotency key.</summary>
internal sealed class RequestRefund(
    PayPageDbContext db, IPaymentProcessors processors, IProcessorVault vault, RecordRefund recordRefund, WriteSeam write, Promise promise)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromDays(1);

    public async Task<DeliveryOutcome> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == message.RefundId, ct);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == refund.PaymentId, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == payment.AccountId, ct);
        var reference = payment.MoneyReference ?? payment.ProcessorReference ?? throw new InvariantException($"{payment.Id} has money but no reference.");

        if (refund.Status is RefundStatus.Succeeded or RefundStatus.Failed)
        {
            return new DeliveryOutcome.Accepted();
        }

        switch (await processors.Of(account.Kind).RefundAsync(refund, reference, ProcessorAccess.To(account, vault), ct))
        {
            case RefundAnswer.Found found:
                await recordRefund.HandleAsync(found.News, account.Id, null, CancellationToken.None);

                if (found.News.State == RefundState.Pending)
                {
                    await write.RunAsync((unit, token) => AskAgainAsync(unit, message, token), CancellationToken.None);
                }

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

    /// <summary>Its event may never come. The key names this message: however often it is sent, one question follows it.</summary>
    private async Task AskAgainAsync(Unit unit, OutboxMessage message, CancellationToken ct)
    {
        var key = $"again:{message.Id}";

        if (!await unit.Db.Outbox.AnyAsync(m => m.Key == key, ct))
        {
            var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == message.InvoiceId, ct);
            promise.Of(
                unit, invoice, OutboxKind.RefundRequest, key, payment: message.PaymentId, refund: message.RefundId, after: AskAgainAfter);
        }
    }
}
