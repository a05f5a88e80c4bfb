using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Disputes;
using PayPage.Domain.Ledger;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Disputes;

/// <summary>A dispute of a payment of ours moved. All that follows from it, in the same unit of work: books, ledger, history, who is told.</summary>
internal sealed class FollowDispute(TellOfDispute tell, Note note, IdSource ids, TimeProvider clock)
{
    /// <param name="dispute">As it is now, tracked by the unit.</param>
    /// <param name="payment">With its money.</param>
    /// <param name="before">What the dispute had in the books.</param>
    public async Task HandleAsync(Unit unit, Dispute dispute, Payment payment, DisputeStanding before, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);

        if (dispute.State == DisputeState.Lost)
        {
            await ShareAsync(unit, dispute, payment, ct);
        }

        await BookAsync(unit, dispute, payment, before, ct);
        note.Of(unit, invoice, KindOf(dispute.State), dispute);
        await tell.OfMoveAsync(unit, dispute, invoice, ct);
    }

    /// <summary>The bank gave another day: the reminder follows it.</summary>
    public async Task RemindAsync(Unit unit, Dispute dispute, CancellationToken ct)
    {
        if (dispute.InvoiceId is { } id)
        {
            await tell.OfDeadlineAsync(unit, dispute, await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == id, ct), ct);
        }
    }

    /// <summary>
    /// A loss takes what is owed to the payer anyway, then what paid the invoice. What refunds gave back, or are about to, is not there to be taken
    /// again: that part is the merchant's loss.
    /// </summary>
    private static async Task ShareAsync(Unit unit, Dispute dispute, Payment payment, CancellationToken ct)
    {
        var booked = await unit.Db.Ledger.AsNoTracking().Where(e => e.InvoiceId == payment.InvoiceId && e.PaymentId == payment.Id).ToListAsync(ct);
        var underway = await unit.Db.Refunds.AsNoTracking()
            .Where(r => r.PaymentId == payment.Id && (r.Status == RefundStatus.Requested || r.Status == RefundStatus.Pending))
            .ToListAsync(ct);

        var owed = -Sum(LedgerAccount.OverpaymentOwed) - underway.Sum(r => r.OfOverpayment);
        var paid = -Sum(LedgerAccount.InvoicePaid) - Sum(LedgerAccount.InvoiceRefunded) - underway.Sum(r => r.Amount.Minor - r.OfOverpayment);
        var ofOverpayment = Math.Clamp(owed, 0, dispute.Amount.Minor);

        dispute.Share(Math.Clamp(paid, 0, dispute.Amount.Minor - ofOverpayment), ofOverpayment);

        long Sum(LedgerAccount account) => booked.Where(e => e.Account == account).Sum(e => e.Amount.Minor);
    }

    private async Task BookAsync(Unit unit, Dispute dispute, Payment payment, DisputeStanding before, CancellationToken ct)
    {
        var now = dispute.Standing;
        unit.Db.Ledger.AddRange(Posting.OfDispute(dispute, before, payment, ids, clock.GetUtcNow()));

        if (now.OfInvoice > before.OfInvoice)
        {
            await unit.Books.GiveBackAsFactAsync(payment.InvoiceId, now.OfInvoice - before.OfInvoice, ct);
        }
        else if (now.OfInvoice < before.OfInvoice)
        {
            await unit.Books.TakeBackAsync(payment.InvoiceId, before.OfInvoice - now.OfInvoice, ct);
        }

        if (now.Withheld > before.Withheld)
        {
            await unit.Returns.DisputeAsync(payment.Id, now.Withheld - before.Withheld, ct);
        }
        else if (now.Withheld < before.Withheld)
        {
            await unit.Returns.UndisputeAsync(payment.Id, before.Withheld - now.Withheld, ct);
        }
    }

    private static AuditKind KindOf(DisputeState state) => state switch
    {
        DisputeState.Inquiry => AuditKind.DisputeAsked,
        DisputeState.NeedsAnswer => AuditKind.DisputeOpened,
        DisputeState.UnderReview => AuditKind.DisputeAnswered,
        DisputeState.Won => AuditKind.DisputeWon,
        DisputeState.Lost => AuditKind.DisputeLost,
        DisputeState.Closed => AuditKind.DisputeClosed,
    };
}
