using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Fort;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Refunds;

/// <summary>All that follows when a refund moves, in one unit of work: what is held, the books, the ledger, the history, and who is told.</summary>
internal sealed class FollowRefund(Promise promise, TellMerchant tellMerchant, PromiseFeedback feedback, Note note, IdSource ids, TimeProvider clock)
{
    public void Pending(Unit unit, Refund refund, Payment payment, Invoice invoice, string? reference, string? reason)
    {
        refund.Await(reference, reason);
        note.Of(unit, invoice, AuditKind.RefundPending, Actor.Processor, payment, refund, refund.FailureReason);
    }

    /// <summary>The money left.</summary>
    /// <param name="actor">Who says so.</param>
    /// <param name="tellsPayer">Whether he gets a mail, where there is an address.</param>
    public async Task SucceededAsync(
        Unit unit, Refund refund, Payment payment, Invoice invoice, string? reference, string actor, bool tellsPayer, CancellationToken ct)
    {
        var isFact = !refund.Holds;    // it had failed, and what it held was free for others

        await (isFact ? unit.Returns.HoldAsFactAsync(payment.Id, refund.Amount.Minor, ct) : unit.Returns.HoldStillAsync(payment.Id, ct));
        await BookAsync(unit, refund, payment, invoice, isFact, ct);
        await TellAsync(unit, refund, payment, invoice, reference, actor, tellsPayer, ct);
    }

    /// <summary>The money left past us, and is counted as given back already: that is a fact, whatever was left of it.</summary>
    public async Task HappenedAsync(Unit unit, Refund refund, Payment payment, Invoice invoice, string reference, CancellationToken ct)
    {
        await BookAsync(unit, refund, payment, invoice, isFact: true, ct);
        await TellAsync(unit, refund, payment, invoice, reference, Actor.Processor, tellsPayer: true, ct);
    }

    /// <summary>The money did not leave, or came back.</summary>
    public async Task FailedAsync(Unit unit, Refund refund, Payment payment, Invoice invoice, string? reference, string? reason, CancellationToken ct)
    {
        var cameBack = refund.Status == RefundStatus.Succeeded;
        var now = clock.GetUtcNow();
        await unit.Returns.FreeAsync(payment.Id, refund.Amount.Minor, ct);

        if (cameBack)
        {
            await unit.Books.TakeBackAsync(invoice.Id, refund.Amount.Minor - refund.OfOverpayment, ct);
            unit.Db.Ledger.AddRange(Posting.OfReturnedRefund(refund, payment, ids, now));
        }

        refund.Fail(reference, reason, now);
        note.Of(unit, invoice, cameBack ? AuditKind.RefundReturned : AuditKind.RefundFailed, Actor.Processor, payment, refund, refund.FailureReason);
        tellMerchant.OfFailedRefund(unit, invoice, await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == payment.MerchantId, ct), refund);
        await feedback.OfRefundAsync(unit, payment, refund, ct);
    }

    /// <summary>Money that no invoice had room for goes back first. What of it is left is known only now: other refunds may have failed, or come from elsewhere.</summary>
    private static async Task BookAsync(Unit unit, Refund refund, Payment payment, Invoice invoice, bool isFact, CancellationToken ct)
    {
        var owed = -await unit.Db.Ledger.Where(e => e.PaymentId == payment.Id && e.Account == LedgerAccount.OverpaymentOwed).SumAsync(e => e.Amount.Minor, ct);
        refund.OfOverpayment = Math.Clamp(owed, 0, refund.Amount.Minor);
        var ofInvoice = refund.Amount.Minor - refund.OfOverpayment;

        // No processor gives back more than was paid. Where it looks so, something that had gone back past us has come again, and we have not heard of it yet.
        isFact |= await unit.Db.Refunds.AnyAsync(r => r.PaymentId == payment.Id && r.Origin == RefundOrigin.Processor, ct);

        await (isFact ? unit.Books.GiveBackAsFactAsync(invoice.Id, ofInvoice, ct) : unit.Books.GiveBackAsync(invoice.Id, ofInvoice, ct));
    }

    private async Task TellAsync(
        Unit unit, Refund refund, Payment payment, Invoice invoice, string? reference, string actor, bool tellsPayer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        unit.Db.Ledger.AddRange(Posting.OfRefund(refund, payment, ids, now));
        refund.Succeed(reference, now);
        note.Of(unit, invoice, AuditKind.RefundSucceeded, actor, payment, refund, refund.Reason);

        if (tellsPayer && (await Addressee.OfAsync(unit.Db, payment, invoice, ct)).Email is not null)
        {
            promise.Of(unit, invoice, OutboxKind.RefundMail, $"refunded:{refund.Id}/{refund.Postings}", payment: payment.Id, refund: refund.Id);
        }

        await feedback.OfRefundAsync(unit, payment, refund, ct);
    }
}
