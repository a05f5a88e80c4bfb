using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Refunds;

/// <summary>
/// A colleague gives money of a payment back, all or a part. Through a processor it is asked for; of money that came past us it is written down that
/// it was given back by hand. Never more than was paid, however many try at once.
/// </summary>
internal sealed class AskForRefund(WriteSeam write, MakeRefund make)
{
    /// <summary>Safe to repeat: the refund's id comes with the wish, so that the same form sent twice gives back once.</summary>
    public Task<Outcome> HandleAsync(Wish wish, Caller caller, CancellationToken ct) => write.RunAsync((unit, token) => AskAsync(unit, wish, caller, token), ct);

    private async Task<Outcome> AskAsync(Unit unit, Wish wish, Caller caller, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.AsNoTracking().Numbered(wish.Number, caller).SingleOrDefaultAsync(ct);
        var payment = invoice is null ? null
            : await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.InvoiceId == invoice.Id && p.Reference == wish.Payment, ct);

        if (invoice is null || payment is null)
        {
            return new Outcome.NoSuchPayment();
        }

        if (await unit.Db.Refunds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == wish.Id, ct) is { } asked)
        {
            return asked.PaymentId != payment.Id ? new Outcome.NoSuchPayment()
                : asked.Amount.Minor == wish.Amount ? new Outcome.Asked(asked.Status)
                : new Outcome.AskedOther(asked.Amount);
        }

        if (wish.Amount > payment.Refundable.Minor)
        {
            return await TooMuchAsync(unit, payment.Id, ct);
        }

        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);

        if (!wish.IsProven && merchant.RefundNeedsPassword(Counted(payment, wish.Amount)))
        {
            return new Outcome.NeedsProof();
        }

        var order = new RefundOrder(wish.Id, wish.Amount, RefundOrigin.Colleague, caller.Actor) { Reason = wish.Reason, TellsPayer = wish.TellsPayer };

        return await make.HandleAsync(unit, payment, invoice, order, ct) is { } refund
            ? new Outcome.Asked(refund.Status)
            : await TooMuchAsync(unit, payment.Id, ct);
    }

    /// <summary>What counts against the merchant's limit: with what went back of the payment before.</summary>
    internal static Money Counted(Payment payment, long amount) => new(amount + payment.GivenBack, payment.Amount.Currency);

    /// <summary>The same condition as Returns.TryHold, in words. Returns decides; this explains.</summary>
    private static async Task<Outcome> TooMuchAsync(Unit unit, PaymentId id, CancellationToken ct)
    {
        var payment = await unit.Db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        return payment.Status == PaymentStatus.Succeeded ? new Outcome.TooMuch(payment.Refundable) : new Outcome.NotPaid();
    }

    /// <param name="Number">Of the invoice.</param>
    /// <param name="Payment">Its reference, see <see cref="Payment.Reference"/>.</param>
    /// <param name="Id">Of the refund that it makes.</param>
    /// <param name="Amount">Minor units, more than 0.</param>
    /// <param name="Reason">Clean and short enough; null for none.</param>
    /// <param name="IsProven">Whether the person has proven just now who he is.</param>
    /// <param name="TellsPayer">See <see cref="RefundOrder.TellsPayer"/>.</param>
    internal sealed record Wish(string Number, string Payment, RefundId Id, long Amount, string? Reason, bool IsProven, bool TellsPayer = true);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Status">As the refund stands now; Succeeded at once where it was given back by hand.</param>
        internal sealed record Asked(RefundStatus Status) : Outcome;

        /// <summary>Nothing was done now: the same form has asked for another amount before.</summary>
        internal sealed record AskedOther(Money Amount) : Outcome;

        /// <param name="Most">What can be given back; 0 or more.</param>
        internal sealed record TooMuch(Money Most) : Outcome;

        /// <summary>The merchant wants the person to prove who he is before so much goes back.</summary>
        internal sealed record NeedsProof : Outcome;

        /// <summary>No money came of it (yet).</summary>
        internal sealed record NotPaid : Outcome;

        internal sealed record NoSuchPayment : Outcome;
    }
}
