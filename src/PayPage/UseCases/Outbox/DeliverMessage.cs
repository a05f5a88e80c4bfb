using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>Sends one message that was promised, and writes down what became of it. At least once: keys and ids make twice harmless.</summary>
internal sealed partial class DeliverMessage(
    ClaimMessage claim, ComposeMail composeMail, IEmailSender email, RequestRefund requestRefund, WriteSeam write, Note note,
    TimeProvider clock, ILogger<DeliverMessage> log)
{
    private const int MostAttempts = 20;    // with the waits below: for about three days
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(6);

    /// <returns>False when nothing was due.</returns>
    public async Task<bool> NextAsync(CancellationToken ct)
    {
        if (await claim.NextAsync(ct) is not { } lease)
        {
            return false;
        }

        await SendAsync(lease, ct);
        return true;
    }

    /// <summary>Sends this one now, where nobody else does already.</summary>
    /// <returns>Null when somebody else has it.</returns>
    public async Task<DeliveryOutcome?> ThisAsync(OutboxMessageId id, CancellationToken ct) =>
        await claim.ThisAsync(id, ct) is { } lease ? await SendAsync(lease, ct) : null;

    private async Task<DeliveryOutcome?> SendAsync(ClaimMessage.Lease lease, CancellationToken ct)
    {
        var outcome = await TryAsync(lease, ct);

        // Not ct: that it left is a fact, whoever stops us now.
        if (outcome is not null)
        {
            await write.RunAsync((unit, token) => RecordAsync(unit, lease, outcome, token), CancellationToken.None);
        }

        return outcome;
    }

    /// <returns>Null when the lease was lost on the way: then another worker sends it.</returns>
    private async Task<DeliveryOutcome?> TryAsync(ClaimMessage.Lease lease, CancellationToken ct)
    {
        try
        {
            if (lease.Message.Kind == OutboxKind.RefundRequest)
            {
                return await requestRefund.HandleAsync(lease.Message, ct);
            }

            var mail = await composeMail.HandleAsync(lease.Message, ct);

            return mail is null ? new DeliveryOutcome.Refused("There is no address to send it to.")
                : await email.SendAsync(mail, token => claim.IsStillMineAsync(lease, token), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogThrew(e, lease.Message.Id, lease.Message.Kind);
            return new DeliveryOutcome.Unknown(e.GetType().Name);
        }
    }

    private async Task RecordAsync(Unit unit, ClaimMessage.Lease lease, DeliveryOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Accepted:
                if (await claim.MarkSentAsync(unit, lease, ct))
                {
                    await MarkInvoiceSentAsync(unit, lease.Message, ct);
                }

                break;
            case DeliveryOutcome.Unknown unknown when lease.Attempt < MostAttempts || IsOwed(lease):
                await ClaimMessage.PostponeAsync(unit, lease, clock.GetUtcNow() + Pause(lease.Attempt), unknown.Reason, ct);
                break;
            case DeliveryOutcome.Unknown unknown:
                await GiveUpAsync(unit, lease, unknown.Reason, ct);
                break;
            case DeliveryOutcome.Refused refused:
                await GiveUpAsync(unit, lease, refused.Reason, ct);
                break;
            case DeliveryOutcome.Held:
                break;    // another worker has the message now
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Money that goes back is asked for until somebody says yes or no.</summary>
    private static bool IsOwed(ClaimMessage.Lease lease) => lease.Message.Kind == OutboxKind.RefundRequest;

    private static TimeSpan Pause(int attempt)
    {
        var doubled = FirstRetry * Math.Pow(2, Math.Min(attempt, MostAttempts) - 1);
        return doubled < LongestRetry ? doubled : LongestRetry;
    }

    private async Task GiveUpAsync(Unit unit, ClaimMessage.Lease lease, string reason, CancellationToken ct)
    {
        if (await claim.MarkDeadAsync(unit, lease, reason, ct))
        {
            var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == lease.Message.InvoiceId, ct);
            note.Of(unit, invoice, AuditKind.MailRefused, Actor.System, $"{lease.Message.Kind}");
            LogDead(lease.Message.Id, lease.Message.Kind, reason);
        }
    }

    private async Task MarkInvoiceSentAsync(Unit unit, OutboxMessage message, CancellationToken ct)
    {
        if (message.Kind == OutboxKind.InvoiceMail)
        {
            var invoice = await unit.Db.Invoices.SingleAsync(i => i.Id == message.InvoiceId, ct);

            if (invoice.Stage == InvoiceStage.Created)
            {
                invoice.MarkSent(clock.GetUtcNow());
                note.Of(unit, invoice, AuditKind.InvoiceSent, Actor.System);
            }
        }
    }

    [LoggerMessage(2501, LogLevel.Warning, "{MessageId} ({Kind}) could not be sent this time.")]
    private partial void LogThrew(Exception e, OutboxMessageId messageId, OutboxKind kind);

    [LoggerMessage(2502, LogLevel.Error, "{MessageId} ({Kind}) was given up: {Reason}")]
    private partial void LogDead(OutboxMessageId messageId, OutboxKind kind, string reason);
}
