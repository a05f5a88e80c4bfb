using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Inbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Fences;

namespace PayPage.UseCases.Payments;

/// <summary>A processor's event, known to be genuine, goes where it belongs, and into the inbox in the same commit. Safe to repeat.</summary>
internal sealed partial class ApplyEvent(
    RecordOutcome recordOutcome, EndReturned endReturned, EndHeld endHeld, RecordRefund recordRefund, RecordDispute recordDispute, WriteSeam write, TimeProvider clock, ILogger<ApplyEvent> log)
{
    /// <param name="body">As it came, letter by letter.</param>
    public async Task HandleAsync(ProcessorAccountId account, EventReading reading, string body, CancellationToken ct)
    {
        switch (reading)
        {
            case EventReading.OfPayment payment:
                await recordOutcome.HandleAsync(payment.News, account, new ReceivedEvent(payment.EventId, payment.Type, body), ct);
                await endReturned.HandleAsync(payment.News, account, ct);

                if (payment.News.TryDeclined)
                {
                    await endHeld.HandleAsync(payment.News.PaymentId, ct);
                }

                break;
            case EventReading.OfRefund refund:
                await recordRefund.HandleAsync(refund.News, account, new ReceivedEvent(refund.EventId, refund.Type, body), ct);
                break;
            case EventReading.OfDispute dispute:
                await recordDispute.HandleAsync(dispute.News, account, new ReceivedEvent(dispute.EventId, dispute.Type, body), ct);
                break;
            case EventReading.Misdirected misdirected:
                LogMisdirected(account, misdirected.Reason);
                await KeepAsync(account, new ReceivedEvent(misdirected.EventId, misdirected.Type, body), InboxVerdict.Mismatched, ct);
                break;
            case EventReading.Other other:
                await KeepAsync(account, new ReceivedEvent(other.EventId, other.Type, body), InboxVerdict.Ignored, ct);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private Task KeepAsync(ProcessorAccountId account, ReceivedEvent received, InboxVerdict verdict, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (!await unit.Db.Inbox.AnyAsync(e => e.AccountId == account && e.EventId == received.EventId, token))
            {
                unit.Db.Inbox.Add(received.Stored(account, null, verdict, clock.GetUtcNow()));
            }
        },
        ct);

    [LoggerMessage(2402, LogLevel.Error, "An event for {AccountId} is not about it: {Reason}. Nothing was moved. A person must look.")]
    private partial void LogMisdirected(ProcessorAccountId accountId, string reason);
}
