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
    ClaimMessage claim, HandOver handOver, TellMerchant tellMerchant, WriteSeam write, Note note, TimeProvider clock, ILogger<DeliverMessage> log)
{
    internal const int MostAttempts = 20;    // with the waits below: for about three days
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(6);
    private static readonly TimeSpan AfterStop = TimeSpan.FromSeconds(5);

    /// <returns>False when nothing was due in the lane.</returns>
    public async Task<bool> NextAsync(OutboxLane lane, CancellationToken ct)
    {
        if (await claim.NextAsync(lane, ct) is not { } lease)
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

    private async Task<DeliveryOutcome> SendAsync(ClaimMessage.Lease lease, CancellationToken ct)
    {
        DeliveryOutcome outcome;

        try
        {
            outcome = await handOver.HandleAsync(lease, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Whoever waited for this try waits no longer, or the site stops. The message must not lie until the lease runs out.
            await write.RunAsync(
                (unit, token) => ClaimMessage.PostponeAsync(unit, lease, clock.GetUtcNow() + AfterStop, "The try was stopped.", token), CancellationToken.None);
            throw;
        }

        // Not ct: that it left is a fact, whoever stops us now.
        await write.RunAsync((unit, token) => RecordAsync(unit, lease, outcome, token), CancellationToken.None);
        return outcome;
    }

    private Task RecordAsync(Unit unit, ClaimMessage.Lease lease, DeliveryOutcome outcome, CancellationToken ct) => outcome switch
    {
        DeliveryOutcome.Accepted accepted => MarkSentAsync(unit, lease, accepted.Reply, ct),
        DeliveryOutcome.Unknown unknown when lease.Attempt < MostAttempts || IsOwed(lease) =>
            ClaimMessage.PostponeAsync(unit, lease, clock.GetUtcNow() + Pause(lease.Attempt), unknown.Reason, ct),
        DeliveryOutcome.Unknown unknown => GiveUpAsync(unit, lease, unknown.Reason, ct),
        DeliveryOutcome.Refused refused => GiveUpAsync(unit, lease, refused.Reason, ct),
        DeliveryOutcome.Needless needless => DropAsync(unit, lease, needless.Reason, ct),
        DeliveryOutcome.Held => Task.CompletedTask,    // another worker has the message now
        _ => throw new UnreachableException(),
    };

    /// <summary>Money that goes back is asked for until somebody says yes or no.</summary>
    private static bool IsOwed(ClaimMessage.Lease lease) => lease.Message.Kind == OutboxKind.RefundRequest;

    private static TimeSpan Pause(int attempt)
    {
        var doubled = FirstRetry * Math.Pow(2, Math.Min(attempt, MostAttempts) - 1);
        return doubled < LongestRetry ? doubled : LongestRetry;
    }

    private async Task MarkSentAsync(Unit unit, ClaimMessage.Lease lease, string? reply, CancellationToken ct)
    {
        if (!await claim.MarkSentAsync(unit, lease, ct) || IsOwed(lease) || lease.Message.InvoiceId is not { } id)
        {
            return;
        }

        var invoice = await unit.Db.Invoices.SingleAsync(i => i.Id == id, ct);
        note.Of(
            unit, invoice, lease.Message.Kind == OutboxKind.ReminderMail ? AuditKind.ReminderSent : AuditKind.MailAccepted, Actor.System, Told(lease.Message, reply));

        if (lease.Message.Kind is OutboxKind.InvoiceMail or OutboxKind.InvoiceText && invoice.Stage == InvoiceStage.Created)
        {
            invoice.MarkSent(clock.GetUtcNow());
            note.Of(unit, invoice, AuditKind.InvoiceSent, Actor.System);
        }
    }

    private async Task GiveUpAsync(Unit unit, ClaimMessage.Lease lease, string reason, CancellationToken ct)
    {
        if (!await claim.MarkDeadAsync(unit, lease, reason, ct))
        {
            return;
        }

        var message = lease.Message;
        LogDead(message.Id, message.Kind, reason);

        if (message.InvoiceId is not { } id)
        {
            return;    // about an account: it has no history but the outbox itself
        }

        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == id, ct);
        note.Of(unit, invoice, AuditKind.MailRefused, Actor.System, Told(message, reason));

        if (message.Kind.IsToCustomer())
        {
            tellMerchant.OfBounce(unit, invoice, await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct), message.Id);
        }
    }

    private async Task DropAsync(Unit unit, ClaimMessage.Lease lease, string reason, CancellationToken ct)
    {
        if (await claim.MarkDeadAsync(unit, lease, reason, ct) && lease.Message.InvoiceId is { } id)
        {
            var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == id, ct);
            note.Of(unit, invoice, AuditKind.MailNeedless, Actor.System, Told(lease.Message, reason));
        }
    }

    /// <summary>For the history: which message, and what the other side said.</summary>
    private static string Told(OutboxMessage message, string? answer)
    {
        var told = answer is null ? $"{message.Kind}" : $"{message.Kind}: {answer}";
        return told.Length <= AuditEvent.DetailLength ? told : told[..AuditEvent.DetailLength];
    }

    [LoggerMessage(2502, LogLevel.Error, "{MessageId} ({Kind}) was given up: {Reason}")]
    private partial void LogDead(OutboxMessageId messageId, OutboxKind kind, string reason);
}
