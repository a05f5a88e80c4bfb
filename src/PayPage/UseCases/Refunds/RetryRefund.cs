using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Refunds;

/// <summary>
/// What a colleague does about a refund that failed: ask again, by another refund that carries it on, since a processor answers the same request with the
/// same failure for ever; or leave it, because the matter was settled in another way.
/// </summary>
internal sealed class RetryRefund(WriteSeam write, MakeRefund make, Note note, TimeProvider clock)
{
    /// <summary>Safe to repeat: of any number who ask again, one does.</summary>
    /// <param name="again">The id of the new refund.</param>
    /// <param name="isProven">See <see cref="AskForRefund.Wish.IsProven"/>.</param>
    public Task<Outcome> HandleAsync(string number, RefundId failed, RefundId again, bool isProven, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) => await FindAsync(unit, number, failed, caller, token) is var (refund, payment, invoice)
            ? await RetryAsync(unit, refund, payment, invoice, again, isProven, caller, token)
            : Outcome.NoSuchRefund,
        ct);

    /// <summary>Nothing more is to be done about it. May be repeated.</summary>
    public Task<Outcome> LeaveAsync(string number, RefundId failed, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await FindAsync(unit, number, failed, caller, token) is not var (refund, payment, invoice))
            {
                return Outcome.NoSuchRefund;
            }

            if (refund.Status != RefundStatus.Failed)
            {
                return Outcome.NotFailed;
            }

            if (refund.WaitsForSomebody)
            {
                refund.Leave(clock.GetUtcNow());
                note.Of(unit, invoice, AuditKind.RefundLeft, caller.Actor, payment, refund);
            }

            return Outcome.Done;
        },
        ct);

    private async Task<Outcome> RetryAsync(
        Unit unit, Refund failed, Payment payment, Invoice invoice, RefundId again, bool isProven, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.Refunds.AnyAsync(r => r.PredecessorId == failed.Id, ct))
        {
            return Outcome.Done;
        }

        if (failed.Status != RefundStatus.Failed)
        {
            return Outcome.NotFailed;
        }

        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);

        if (!isProven && merchant.RefundNeedsPassword(AskForRefund.Counted(payment, failed.Amount.Minor)))
        {
            return Outcome.NeedsProof;
        }

        var order = new RefundOrder(again, failed.Amount.Minor, RefundOrigin.Colleague, caller.Actor) { Reason = failed.Reason, PredecessorId = failed.Id };

        if (await make.HandleAsync(unit, payment, invoice, order, ct) is null)
        {
            return Outcome.TooMuch;
        }

        failed.Retry();
        return Outcome.Done;
    }

    private static async Task<(Refund Refund, Payment Payment, Invoice Invoice)?> FindAsync(
        Unit unit, string number, RefundId id, Caller caller, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(ct);
        var refund = invoice is null ? null : await unit.Db.Refunds.SingleOrDefaultAsync(r => r.Id == id && r.MerchantId == caller.MerchantId, ct);
        var payment = refund is null ? null : await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == refund.PaymentId && p.InvoiceId == invoice!.Id, ct);
        return payment is null ? null : (refund!, payment, invoice!);    // there, or there would be no payment
    }

    internal enum Outcome
    {
        Done,

        /// <summary>It is not in a state from which it could be asked for again.</summary>
        NotFailed,

        /// <summary>So much of the payment cannot be given back any more: others have given back meanwhile.</summary>
        TooMuch,

        /// <summary>See <see cref="AskForRefund.Outcome.NeedsProof"/>.</summary>
        NeedsProof,
        NoSuchRefund,
    }
}
