using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Inbox;
using PayPage.Domain.Ledger;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Fort;

namespace PayPage.UseCases.Payments;

/// <summary>What a processor says of a refund enters the books here. Safe to repeat with the same or older news.</summary>
internal sealed class RecordRefund(WriteSeam write, PromiseFeedback feedback, Note note, IdSource ids, TimeProvider clock)
{
    public Task<InboxVerdict> HandleAsync(RefundNews news, ProcessorAccountId account, ReceivedEvent? received, CancellationToken ct) =>
        write.RunAsync((unit, token) => RecordAsync(unit, news, account, received, token), ct);

    private async Task<InboxVerdict> RecordAsync(
        Unit unit, RefundNews news, ProcessorAccountId account, ReceivedEvent? received, CancellationToken ct)
    {
        if (received is not null && await unit.Db.Inbox.AnyAsync(e => e.AccountId == account && e.EventId == received.EventId, ct))
        {
            return InboxVerdict.Stale;
        }

        var refund = news.RefundId is { } id ? await unit.Db.Refunds.SingleOrDefaultAsync(r => r.Id == id, ct) : null;
        var payment = refund is null
            ? null
            : await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == refund.PaymentId && p.AccountId == account, ct);
        var verdict = refund is null || payment is null ? InboxVerdict.Unmatched
            : await MoveAsync(unit, refund, payment, news, ct) ? InboxVerdict.Applied
            : InboxVerdict.Stale;

        if (received is not null)
        {
            unit.Db.Inbox.Add(received.Stored(account, payment?.Id, verdict, clock.GetUtcNow()));
        }

        return verdict;
    }

    private async Task<bool> MoveAsync(Unit unit, Refund refund, Payment payment, RefundNews news, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
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
                refund.Await(news.Reference);
                break;
            case RefundState.Succeeded:
                refund.Succeed(news.Reference, now);
                unit.Db.Ledger.AddRange(Posting.OfRefund(refund, payment, ids, now));
                await unit.Books.GiveBackAsync(invoice.Id, refund.Amount.Minor - refund.OfOverpayment, ct);
                note.Of(unit, invoice, AuditKind.RefundSucceeded, Actor.Processor, payment);
                break;
            case RefundState.Failed:
                refund.Fail(now);
                note.Of(unit, invoice, AuditKind.RefundFailed, Actor.Processor, payment);
                break;
        }

        await feedback.OfRefundAsync(unit, payment, refund, ct);
        return true;
    }
}
