using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Payments;

/// <summary>Money came. All that follows from it, inside the funnel's unit of work.</summary>
internal sealed class SettlePayment(SpendLink spendLink, IssueReceipt issueReceipt, Promise promise, TellMerchant tellMerchant, Note note, IdSource ids, TimeProvider clock)
{
    /// <param name="payment">Tracked by the unit, in any status from which success is legal.</param>
    public async Task HandleAsync(Unit unit, Payment payment, Invoice invoice, ProcessorNews news, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == payment.MerchantId, ct);

        var (applied, stray) = await BookAsync(unit, payment, invoice, merchant, ct);
        payment.Succeed(news.Reference, news.Instrument, now, stray);
        unit.Db.Ledger.AddRange(Posting.OfPayment(payment, applied, ids, now));
        note.Of(unit, invoice, AuditKind.PaymentSucceeded, Actor.Processor, payment);

        if (stray != StrayMoney.None)
        {
            note.Of(unit, invoice, AuditKind.StrayMoney, Actor.System, payment, $"{stray}; {merchant.StrayMoney}");
        }

        await issueReceipt.HandleAsync(unit, payment, merchant, applied, ct);
        var rest = await spendLink.HandleAsync(unit, payment, merchant, ct);
        Tell(unit, payment, invoice, merchant, rest?.Id);

        if (stray != StrayMoney.None && merchant.StrayMoney == StrayMoneyPolicy.Refund)
        {
            GiveBack(unit, payment, invoice, now);
        }
    }

    /// <returns>How much of the amount pays the invoice, and in what way the money was unexpected, if it was.</returns>
    private static async Task<(long Applied, StrayMoney Stray)> BookAsync(
        Unit unit, Payment payment, Invoice invoice, Merchant merchant, CancellationToken ct)
    {
        if (payment.IsOpen)
        {
            await unit.Books.SettleAsync(invoice.Id, payment.Amount, ct);
            return (payment.Amount.Minor, StrayMoney.None);
        }

        // What will go back at once pays nothing: a refund never reopens a balance, so it must not close it first.
        var applied = merchant.StrayMoney == StrayMoneyPolicy.Refund ? 0 : await unit.Books.ApplyUnheldAsync(invoice.Id, payment.Amount, ct);
        var stray = invoice.Stage == InvoiceStage.Canceled ? StrayMoney.AfterCancel
            : invoice.Available.Minor < payment.Amount.Minor ? StrayMoney.Over
            : StrayMoney.Late;

        return (applied, stray);
    }

    private void Tell(Unit unit, Payment payment, Invoice invoice, Merchant merchant, Domain.Links.LinkId? rest)
    {
        if ((payment.ReceiptEmail ?? invoice.BillTo.Email) is not null)
        {
            promise.Of(unit, invoice, OutboxKind.ReceiptMail, $"receipt:{payment.Id}", rest, payment.Id);
        }
        else if (invoice.BillTo.Phone is not null && (rest ?? payment.LinkId) is { } link)
        {
            promise.Of(unit, invoice, OutboxKind.ReceiptText, $"receipt:{payment.Id}", link, payment.Id);
        }

        tellMerchant.OfPayment(unit, invoice, merchant, payment.Id);
    }

    private void GiveBack(Unit unit, Payment payment, Invoice invoice, DateTimeOffset now)
    {
        var refund = new Refund
        {
            Id = RefundId.New(ids),
            MerchantId = payment.MerchantId,
            PaymentId = payment.Id,
            Amount = payment.Amount,
            OfOverpayment = payment.Amount.Minor,
            RequestedAt = now,
        };

        unit.Db.Refunds.Add(refund);
        promise.Of(unit, invoice, OutboxKind.RefundRequest, $"refund:{payment.Id}:1", payment: payment.Id, refund: refund.Id);
        note.Of(unit, invoice, AuditKind.RefundRequested, Actor.System, payment);
    }
}
