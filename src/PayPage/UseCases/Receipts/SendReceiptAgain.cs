using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Receipts;

/// <summary>The receipt of a payment goes out once more, to where it went before: its payer has lost it.</summary>
internal sealed class SendReceiptAgain(WriteSeam write, Promise promise, TimeProvider clock)
{
    /// <summary>How the keys of such messages begin: they are no second receipt by mistake.</summary>
    internal const string Key = "receipt-again:";

    /// <summary>Asked for twice within a moment, it sends once.</summary>
    public Task<Outcome> HandleAsync(PaymentId id, Caller caller, CancellationToken ct) => write.RunAsync((unit, token) => SendAsync(unit, id, caller, token), ct);

    private async Task<Outcome> SendAsync(Unit unit, PaymentId id, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.MerchantId == caller.MerchantId && p.Mode == caller.Mode, ct) is not { } payment)
        {
            return Outcome.NoSuchPayment;
        }

        if (!await unit.Db.Receipts.AnyAsync(r => r.PaymentId == id, ct))
        {
            return Outcome.NoReceipt;
        }

        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);
        var payer = await Addressee.OfAsync(unit.Db, payment, invoice, ct);
        var sent = unit.Db.Outbox.Where(m => m.InvoiceId == payment.InvoiceId && m.PaymentId == id && (m.Kind == OutboxKind.ReceiptMail || m.Kind == OutboxKind.ReceiptText));
        var since = clock.GetUtcNow() - DispatchInvoice.Moment;

        if (payer.Email is null && (payer.Phone is null || payment.LinkId is null))
        {
            return Outcome.NoAddress;
        }

        if (await sent.AnyAsync(m => m.CreatedAt > since && m.DeadAt == null, ct))
        {
            return Outcome.SentAMomentAgo;
        }

        // What was to be paid afterwards had a link in the first one: the same, if it still leads anywhere.
        var first = await sent.OrderBy(m => m.CreatedAt).Select(m => m.LinkId).FirstOrDefaultAsync(ct);
        var kind = payer.Email is null ? OutboxKind.ReceiptText : OutboxKind.ReceiptMail;
        promise.Of(unit, invoice, kind, $"{Key}{id}:{await sent.CountAsync(ct) + 1}", kind == OutboxKind.ReceiptText ? first ?? payment.LinkId : first, id);
        return Outcome.Sent;
    }

    internal enum Outcome
    {
        /// <summary>On its way: what becomes of it stands in the history.</summary>
        Sent,

        /// <summary>Nothing was promised: one went out a moment ago, or is about to.</summary>
        SentAMomentAgo,

        /// <summary>No money came of it (yet), so there is no receipt.</summary>
        NoReceipt,

        /// <summary>Its payer has neither an e-mail address nor a number.</summary>
        NoAddress,
        NoSuchPayment,
    }
}
