using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Inbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>A processor sent an event. Only when this has returned is it in the database, and may be answered with 200.</summary>
internal sealed partial class TakeEvent(
    PayPageDbContext db, IPaymentProcessors processors, IProcessorVault vault, RecordOutcome recordOutcome, RecordRefund recordRefund,
    WriteSeam write, TimeProvider clock, ILogger<TakeEvent> log)
{
    /// <param name="body">As it came, byte by byte.</param>
    public async Task<Outcome> HandleAsync(
        ProcessorKind kind, ProcessorAccountId accountId, ReadOnlyMemory<byte> body, Func<string, string?> header, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.Kind == kind, ct);

        if (account is null)
        {
            return Outcome.NoSuchAccount;
        }

        var reading = processors.Of(kind).ReadEvent(body, header, ProcessorAccess.To(account, vault), clock.GetUtcNow());

        switch (reading)
        {
            case EventReading.NotGenuine fake:
                LogNotGenuine(accountId, fake.Reason);
                return Outcome.NotGenuine;
            case EventReading.OfPayment payment:
                await recordOutcome.HandleAsync(payment.News, accountId, Received(payment.EventId, payment.Type, body), ct);
                return Outcome.Taken;
            case EventReading.OfRefund refund:
                await recordRefund.HandleAsync(refund.News, accountId, Received(refund.EventId, refund.Type, body), ct);
                return Outcome.Taken;
            case EventReading.Misdirected misdirected:
                LogMisdirected(accountId, misdirected.Reason);
                await write.RunAsync(
                    (unit, token) => KeepAsync(unit, accountId, Received(misdirected.EventId, misdirected.Type, body), InboxVerdict.Mismatched, token), ct);
                return Outcome.Taken;
            case EventReading.Other other:
                await write.RunAsync((unit, token) => KeepAsync(unit, accountId, Received(other.EventId, other.Type, body), InboxVerdict.Ignored, token), ct);
                return Outcome.Taken;
            default:
                throw new UnreachableException();
        }
    }

    private static ReceivedEvent Received(string id, string type, ReadOnlyMemory<byte> body) =>
        new(id, type, Encoding.UTF8.GetString(body.Span));

    private async Task KeepAsync(Unit unit, ProcessorAccountId account, ReceivedEvent received, InboxVerdict verdict, CancellationToken ct)
    {
        if (!await unit.Db.Inbox.AnyAsync(e => e.AccountId == account && e.EventId == received.EventId, ct))
        {
            unit.Db.Inbox.Add(received.Stored(account, null, verdict, clock.GetUtcNow()));
        }
    }

    [LoggerMessage(2401, LogLevel.Warning, "An event for {AccountId} was not believed: {Reason}")]
    private partial void LogNotGenuine(ProcessorAccountId accountId, string reason);

    [LoggerMessage(2402, LogLevel.Error, "An event for {AccountId} is not about it: {Reason}. Nothing was moved. A person must look.")]
    private partial void LogMisdirected(ProcessorAccountId accountId, string reason);

    internal enum Outcome
    {
        Taken,
        NotGenuine,
        NoSuchAccount,
    }
}
