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
internal sealed partial class RequestRefund(
    PayPageDbContext db, IPaymentProcessors processors, IProcessorVault vault, RecordRefund recordRefund, HearOfKey hearOfKey, WriteSeam write, Promise promise,
    ILogger<RequestRefund> log)
{
    private const string Doubt = "doubt:";
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromDays(1);

    /// <summary>The key of a question about a refund that failed for us and is said to have succeeded. One for each time that it moved.</summary>
    public static string DoubtOf(Refund refund) => $"{Doubt}{refund.Id}/{refund.Version}";

    public async Task<DeliveryOutcome> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == message.RefundId, ct);
        var isDoubt = message.Key.StartsWith(Doubt, StringComparison.Ordinal) && refund.ProcessorReference is not null;    // known there: it is only looked up

        if (refund.Status is not (RefundStatus.Requested or RefundStatus.Pending) && !isDoubt)
        {
            return new DeliveryOutcome.Accepted();
        }

        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == refund.PaymentId, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == payment.AccountId, ct);
        var reference = payment.MoneyReference ?? payment.ProcessorReference ?? throw new InvariantException($"{payment.Id} has money but no reference.");
        var answer = await processors.Of(account.Kind).RefundAsync(refund, reference, ProcessorAccess.To(account, vault), ct);

        if (answer is not RefundAnswer.NoAnswer { KeyRefused: false })
        {
            await hearOfKey.HandleAsync(account, answer is RefundAnswer.NoAnswer, CancellationToken.None);
        }

        switch (answer)
        {
            case RefundAnswer.Found found:
                await recordRefund.HandleAsync(found.News, account.Id, null, CancellationToken.None);

                if (found.News.State == RefundState.Pending)
                {
                    await write.RunAsync((unit, token) => AskAgainAsync(unit, message, token), CancellationToken.None);
                }

                return new DeliveryOutcome.Accepted();
            case RefundAnswer.Refused refused:
                LogRefused(refund.Id, account.Id);
                await recordRefund.HandleAsync(
                    new RefundNews(refund.Id, "", RefundState.Failed) { Reason = refused.Reason }, account.Id, null, CancellationToken.None);
                return new DeliveryOutcome.Accepted();    // it was asked, and said no: the refund tells that itself
            case RefundAnswer.NoAnswer { KeyRefused: true }:
                return new DeliveryOutcome.Unknown("The processor does not accept our key.");
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

    [LoggerMessage(2903, LogLevel.Warning, "The processor refused {RefundId} through {AccountId}: the merchant must decide what becomes of the money.")]
    private partial void LogRefused(RefundId refundId, ProcessorAccountId accountId);
}
