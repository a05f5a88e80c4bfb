using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Inbox;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Refunds;

namespace PayPage.UseCases.Payments;

/// <summary>What a processor says of a refund enters the books here. Safe to repeat with the same or older news.</summary>
internal sealed partial class RecordRefund(
    WriteSeam write, FollowRefund follow, AdoptRefund adopt, Promise promise, TimeProvider clock, ILogger<RecordRefund> log)
{
    /// <param name="received">The event, where the news is one; null for an answer to a question of ours.</param>
    /// <remarks>
    /// Events come in any order, so a success that is heard of after a failure may be older than that. It is not believed: the processor is asked, and its
    /// answer is.
    /// </remarks>
    public async Task<InboxVerdict> HandleAsync(RefundNews news, ProcessorAccountId account, ReceivedEvent? received, CancellationToken ct)
    {
        var verdict = await write.RunAsync((unit, token) => RecordAsync(unit, news, account, received, token), ct);

        switch (verdict)
        {
            case InboxVerdict.Mismatched: LogMismatched(news.Reference, account); break;
            case InboxVerdict.Unmatched: LogUnmatched(news.Reference, account); break;
        }

        return verdict;
    }

    private async Task<InboxVerdict> RecordAsync(Unit unit, RefundNews news, ProcessorAccountId account, ReceivedEvent? received, CancellationToken ct)
    {
        if (received is not null && await unit.Db.Inbox.AnyAsync(e => e.AccountId == account && e.EventId == received.EventId, ct))
        {
            return InboxVerdict.Stale;
        }

        var refund = news.RefundId is { } id
            ? await unit.Db.Refunds.SingleOrDefaultAsync(r => r.Id == id, ct)
            : await unit.Db.Refunds.SingleOrDefaultAsync(r => r.AccountId == account && r.ProcessorReference == news.Reference, ct);
        var payment = refund is null
            ? await PaidAsync(unit, news, account, ct)
            : await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == refund.PaymentId && p.AccountId == account, ct);
        var verdict = payment is null ? InboxVerdict.Unmatched
            : Contradicts(news, refund, payment) ? InboxVerdict.Mismatched
            : refund is null ? await AdoptAsync(unit, news, payment, ct)
            : received is not null && news.State == RefundState.Succeeded && !refund.Holds ? await DoubtAsync(unit, refund, payment, ct)
            : await MoveAsync(unit, refund, payment, news, ct) ? InboxVerdict.Applied
            : InboxVerdict.Stale;

        if (received is not null)
        {
            unit.Db.Inbox.Add(received.Stored(account, payment?.Id, verdict, clock.GetUtcNow()));
        }

        return verdict;
    }

    /// <summary>The payment of which somebody gave money back past us.</summary>
    private static async Task<Payment?> PaidAsync(Unit unit, RefundNews news, ProcessorAccountId account, CancellationToken ct) =>
        news is { RefundId: null, Reference.Length: > 0, MoneyReference: { } money, Amount: not null }
            ? await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(
                p => p.AccountId == account && p.Status == PaymentStatus.Succeeded
                    && (p.MoneyReference == money || (p.MoneyReference == null && p.ProcessorReference == money)),
                ct)
            : null;

    /// <summary>Another amount or currency than ours is not about our refund, whatever id it bears.</summary>
    private static bool Contradicts(RefundNews news, Refund? refund, Payment payment) =>
        news.Amount is { } amount && (refund is null ? amount.Currency != payment.Amount.Currency || amount.Minor <= 0 : amount != refund.Amount);

    private async Task<InboxVerdict> AdoptAsync(Unit unit, RefundNews news, Payment payment, CancellationToken ct)
    {
        await adopt.HandleAsync(unit, news, payment, await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct), ct);
        return InboxVerdict.Applied;
    }

    private async Task<InboxVerdict> DoubtAsync(Unit unit, Refund refund, Payment payment, CancellationToken ct)
    {
        var key = RequestRefund.DoubtOf(refund);

        if (refund.ProcessorReference is not null && !await unit.Db.Outbox.AnyAsync(m => m.Key == key, ct))
        {
            var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);
            promise.Of(unit, invoice, OutboxKind.RefundRequest, key, payment: payment.Id, refund: refund.Id);
        }

        return InboxVerdict.Stale;
    }

    /// <returns>False when the refund is where the news would bring it, or beyond.</returns>
    private async Task<bool> MoveAsync(Unit unit, Refund refund, Payment payment, RefundNews news, CancellationToken ct)
    {
        var to = news.State switch
        {
            RefundState.Pending => RefundStatus.Pending,
            RefundState.Succeeded => RefundStatus.Succeeded,
            RefundState.Failed => RefundStatus.Failed,
        };

        if (!RefundTransitions.Table.Allows(refund.Status, to))
        {
            return false;
        }

        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);

        switch (news.State)
        {
            case RefundState.Pending:
                follow.Pending(unit, refund, payment, invoice, news.Reference, news.Reason);
                break;
            case RefundState.Succeeded:
                await follow.SucceededAsync(unit, refund, payment, invoice, news.Reference, Actor.Processor, tellsPayer: true, ct);
                break;
            case RefundState.Failed:
                await follow.FailedAsync(unit, refund, payment, invoice, news.Reference, news.Reason, ct);
                break;
        }

        return true;
    }

    [LoggerMessage(2901, LogLevel.Error, "News of the refund {Reference} through {AccountId} contradicts our books; nothing was moved. A person must look.")]
    private partial void LogMismatched(string reference, ProcessorAccountId accountId);

    [LoggerMessage(2902, LogLevel.Warning, "News of the refund {Reference} through {AccountId}: we know neither it nor its payment there.")]
    private partial void LogUnmatched(string reference, ProcessorAccountId accountId);
}
