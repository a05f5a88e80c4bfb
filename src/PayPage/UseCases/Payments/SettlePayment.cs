using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Payments;

/// <summary>A processor has the money: it is booked as what was held for it, or as money that nobody expected any more. Inside the funnel's unit of work.</summary>
internal sealed class SettlePayment(FollowMoney follow, AdoptDisputes adoptDisputes, Promise promise, Note note, IdSource ids, TimeProvider clock)
{
    /// <param name="payment">Tracked by the unit, in any status from which success is legal.</param>
    public async Task HandleAsync(Unit unit, Payment payment, Invoice invoice, ProcessorNews news, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == payment.MerchantId, ct);
        var (applied, stray) = await BookAsync(unit, payment, invoice, merchant, ct);
        var arrival = new Arrival(applied, stray, now, Actor.Processor)
        {
            ProcessorReference = news.Reference,
            MoneyReference = news.MoneyReference,
            Instrument = news.Instrument,
        };

        await follow.HandleAsync(unit, payment, invoice, merchant, arrival, ct);

        if (stray != StrayMoney.None)
        {
            note.Of(unit, invoice, AuditKind.StrayMoney, Actor.System, payment, $"{stray}; {merchant.StrayMoney}");
        }

        if (stray != StrayMoney.None && merchant.StrayMoney == StrayMoneyPolicy.Refund)
        {
            GiveBack(unit, payment, invoice, now);
        }

        await adoptDisputes.HandleAsync(unit, payment, ct);
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
