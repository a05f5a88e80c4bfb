using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Inbox;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Refunds;

namespace PayPage.Unit.UseCases.Refunds;

/// <summary>What tests of refunds do in a world.</summary>
internal static class RefundRoom
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Payment> PaidAsync(this World world, InvoiceId invoice, long amount)
    {
        var payment = await world.OpenPaymentAsync(invoice, amount);
        await world.RecordAsync(payment, ProcessorState.Succeeded);
        return await world.PaymentAsync(payment.Id);
    }

    public static RefundId NewRefund(this World world) => RefundId.New(world.Get<IdSource>());

    public static async Task<AskForRefund.Outcome> GiveBackAsync(
        this World world, Payment payment, long amount, RefundId? id = null, bool proven = true, string? reason = null, PayPage.UseCases.Caller? caller = null)
    {
        var number = (await world.InvoiceAsync(payment.InvoiceId)).Number;
        var wish = new AskForRefund.Wish(number, payment.Reference, id ?? world.NewRefund(), amount, reason, proven);
        return await world.UseAsync<AskForRefund, AskForRefund.Outcome>(ask => ask.HandleAsync(wish, caller ?? world.Caller, Ct));
    }

    public static Task<Refund> RefundAsync(this World world, PaymentId payment) => world.ReadAsync(db =>
        db.Refunds.AsNoTracking().Where(r => r.PaymentId == payment).OrderByDescending(r => r.RequestedAt).ThenByDescending(r => r.Id).FirstAsync(Ct));

    public static Task<InboxVerdict> HearAsync(this World world, RefundNews news, string? eventId = null) => world.UseAsync<RecordRefund, InboxVerdict>(record =>
        record.HandleAsync(news, world.Account, eventId is null ? null : new ReceivedEvent(eventId, "refund.test", "{}"), Ct));

    public static RefundNews NewsOf(Refund refund, RefundState state, string? reason = null) =>
        new(refund.Id, $"sbr_{refund.Id}", state) { Amount = refund.Amount, Reason = reason };

    public static Task<long> BalanceAsync(this World world, LedgerAccount account) =>
        world.ReadAsync(db => db.Ledger.Where(e => e.Account == account).SumAsync(e => e.Amount.Minor, Ct));

    public static Task SetAsync(this World world, Action<Merchant> change) => world.Get<PayPage.Data.WriteSeam>().RunAsync(
        async (unit, ct) => change(await unit.Db.Merchants.SingleAsync(m => m.Id == world.Caller.MerchantId, ct)), Ct);
}
