using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Refunds;

namespace PayPage.UseCases.Payments;

/// <summary>A processor has the money: it is booked as what was held for it, or as money that nobody expected any more. Inside the funnel's unit of work.</summary>
internal sealed class SettlePayment(FollowMoney follow, AdoptDisputes adoptDisputes, MakeRefund makeRefund, Note note, IdSource ids, TimeProvider clock)
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
            var policy = merchant.StrayMoney.For(stray);
            note.Of(unit, invoice, AuditKind.StrayMoney, Actor.System, payment, $"{stray}; {policy}");

            if (policy == StrayMoneyPolicy.Refund)
            {
                await GiveBackAsync(unit, payment, invoice, payment.Amount.Minor - applied, ct);
            }
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

        await unit.Books.HoldStillAsync(invoice.Id, ct);
        var now = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == invoice.Id, ct);
        var stray = now.Stage == InvoiceStage.Canceled ? StrayMoney.AfterCancel
            : now.Available.Minor <= 0 ? StrayMoney.Double
            : now.Available.Minor < payment.Amount.Minor ? StrayMoney.Over
            : StrayMoney.Late;

        // What will go back at once pays nothing: a refund never reopens a balance, so it must not close it first. Of too much only the excess goes back.
        var goesBack = stray == StrayMoney.Late && merchant.StrayMoney.Late == StrayMoneyPolicy.Refund;
        return (goesBack ? 0 : await unit.Books.ApplyUnheldAsync(invoice.Id, payment.Amount, ct), stray);
    }

    private async Task GiveBackAsync(Unit unit, Payment payment, Invoice invoice, long amount, CancellationToken ct)
    {
        await unit.Db.SaveChangesAsync(ct);    // that it was paid, and what the ledger says of it: what goes back is held and split by these
        var order = new RefundOrder(RefundId.New(ids), amount, RefundOrigin.Policy, Actor.System);

        if (await makeRefund.HandleAsync(unit, payment, invoice, order, ct) is null)
        {
            throw new InvariantException($"{payment.Id} came this moment, and cannot be given back.");
        }
    }
}
