using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Inbox;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Fences;
using PayPage.UseCases.Fort;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Payments;

/// <summary>
/// THE FUNNEL. Whatever a processor says of a payment, by webhook, by answer to the payer's return or to the reconcile worker,
/// enters the books here and nowhere else, in one commit. Safe to repeat with the same or older news.
/// </summary>
internal sealed partial class RecordOutcome(
    WriteSeam write, SettlePayment settle, TellOfBank tell, PromiseFeedback feedback, HearDecline hearDecline, Note note, TimeProvider clock, ILogger<RecordOutcome> log)
{
    /// <param name="account">Through which the news came; a payment of another account is not touched.</param>
    /// <param name="received">The event, where the news is one; null for an answer to a question of ours.</param>
    /// <returns>What became of it.</returns>
    public async Task<InboxVerdict> HandleAsync(
        ProcessorNews news, ProcessorAccountId account, ReceivedEvent? received, CancellationToken ct)
    {
        var verdict = await write.RunAsync((unit, token) => RecordAsync(unit, news, account, received, token), ct);

        switch (verdict)
        {
            case InboxVerdict.Mismatched: LogMismatched(news.PaymentId, account); break;
            case InboxVerdict.Unmatched: LogUnmatched(news.PaymentId, account); break;
        }

        return verdict;
    }

    private async Task<InboxVerdict> RecordAsync(
        Unit unit, ProcessorNews news, ProcessorAccountId account, ReceivedEvent? received, CancellationToken ct)
    {
        if (received is not null && await unit.Db.Inbox.AnyAsync(e => e.AccountId == account && e.EventId == received.EventId, ct))
        {
            return InboxVerdict.Stale;
        }

        var payment = await unit.Db.Payments.SingleOrDefaultAsync(p => p.Id == news.PaymentId && p.AccountId == account, ct);
        var verdict = payment switch
        {
            null => InboxVerdict.Unmatched,
            _ when Contradicts(news, payment) => InboxVerdict.Mismatched,
            _ when IsDeclinedTry(news, payment) => received is null ? InboxVerdict.Stale : await hearDecline.OfTryAsync(unit, payment, news.DeclineReason, ct),
            _ => await MoveAsync(unit, payment, news, ct) ? InboxVerdict.Applied : InboxVerdict.Stale,
        };

        if (received is not null)
        {
            unit.Db.Inbox.Add(received.Stored(account, payment?.Id, verdict, clock.GetUtcNow()));
        }

        return verdict;
    }

    /// <returns>False when the payment is where the news would bring it, or beyond.</returns>
    private async Task<bool> MoveAsync(Unit unit, Payment payment, ProcessorNews news, CancellationToken ct)
    {
        var to = news.State switch
        {
            ProcessorState.Open => PaymentStatus.Submitted,
            ProcessorState.Processing => PaymentStatus.Processing,
            ProcessorState.Succeeded => PaymentStatus.Succeeded,
            ProcessorState.Declined or ProcessorState.Expired => PaymentStatus.Failed,
            ProcessorState.Canceled => PaymentStatus.Canceled,
        };

        if (!PaymentTransitions.Table.Allows(payment.Status, to) || (to == PaymentStatus.Submitted && !SaysWhere(news, payment)))
        {
            return false;
        }

        await unit.ClaimAsync(payment, ct);
        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);
        var wasOnItsWay = payment.Status == PaymentStatus.Processing;

        switch (news.State)
        {
            case ProcessorState.Open:
                payment.Submit(news.Reference!, news.PayerUrl);    // there: looked at above
                break;
            case ProcessorState.Processing:
                payment.Process(news.Reference, news.Instrument);
                note.Of(unit, invoice, AuditKind.PaymentProcessing, Actor.Processor, payment);
                await tell.OnItsWayAsync(unit, payment, invoice, ct);
                await ClaimMessage.TakeBackAsync(unit, invoice.Id, OutboxKind.ReminderMail, FindNeed.MoneyCame, clock.GetUtcNow(), ct);
                break;
            case ProcessorState.Succeeded:
                await settle.HandleAsync(unit, payment, invoice, news, ct);
                break;
            case ProcessorState.Declined or ProcessorState.Expired:
                payment.Fail(news.Reference, news.State == ProcessorState.Declined);
                await FreeAsync(unit, payment, invoice, payment.Declined ? AuditKind.PaymentDeclined : AuditKind.PaymentFailed, ct, news.DeclineReason);
                await hearDecline.OfEndAsync(unit, payment, invoice, ct);
                break;
            case ProcessorState.Canceled:
                payment.Cancel(news.Reference);
                await FreeAsync(unit, payment, invoice, AuditKind.PaymentCanceled, ct);
                break;
        }

        if (wasOnItsWay && payment.Status != PaymentStatus.Succeeded)
        {
            await tell.NotArrivedAsync(unit, payment, invoice, ct);
        }

        await feedback.OfMoveAsync(unit, payment, wasOnItsWay, ct);
        return true;
    }

    /// <summary>A try that fails while the processor's session stays open moves nothing: the same payment takes the next one.</summary>
    /// <remarks>It counts only by an event, which comes once: the same answer to a question may be heard often.</remarks>
    private static bool IsDeclinedTry(ProcessorNews news, Payment payment) =>
        news is { State: ProcessorState.Open, TryDeclined: true } && payment.Status == PaymentStatus.Submitted;

    private async Task FreeAsync(Unit unit, Payment payment, Invoice invoice, AuditKind kind, CancellationToken ct, string? reason = null)
    {
        await unit.Books.ReleaseAsync(invoice.Id, payment.Amount, ct);
        note.Of(unit, invoice, kind, Actor.Processor, payment, HearDecline.Readable(reason));
    }

    /// <summary>Whether the payer of an open payment knows from the news where to go on.</summary>
    private static bool SaysWhere(ProcessorNews news, Payment payment) =>
        news.Reference is not null && (news.PayerUrl is not null || payment.Style == CheckoutStyle.OnPage);

    /// <summary>Another amount, currency or reference than ours is not about our payment, whatever id it bears.</summary>
    private static bool Contradicts(ProcessorNews news, Payment payment) =>
        (news.Amount is { } amount && amount != payment.Amount)
        || (news.State == ProcessorState.Succeeded && news.Amount is null)
        || (payment.ProcessorReference is { } known && news.Reference is { } said && known != said);

    [LoggerMessage(2201, LogLevel.Error, "News of {PaymentId} through {AccountId} contradicts our books; nothing was moved. A person must look.")]
    private partial void LogMismatched(PaymentId paymentId, ProcessorAccountId accountId);

    [LoggerMessage(2202, LogLevel.Warning, "News of {PaymentId} through {AccountId}: we know no such payment there.")]
    private partial void LogUnmatched(PaymentId paymentId, ProcessorAccountId accountId);
}
