using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Disputes;

/// <summary>Does what a payer's bank does on his word.</summary>
internal sealed class OpenDispute(Database database, MoveDispute move)
{
    /// <param name="account">Null: whoever knows a payment's id may act as its payer's bank.</param>
    /// <param name="amount">In minor units; null: all that banks have not taken yet.</param>
    public Task<Outcome> HandleAsync(
        string? account, string paymentId, long? amount, string reason, bool isInquiry, TimeSpan? evidenceTime, CancellationToken ct) => database.WriteAsync<Outcome>(
        session =>
        {
            var payment = account is null ? PaymentShelf.ById(session, paymentId) : PaymentShelf.ById(session, account, paymentId);

            if (payment is null)
            {
                return new Outcome.NoSuchPayment();
            }

            if (payment.Status != PaymentStatus.Succeeded)
            {
                return new Outcome.NotPaid();
            }

            if (DisputeShelf.OfPayment(session, payment.Account, paymentId).Exists(d => !d.Status.IsDecided()))
            {
                return new Outcome.AlreadyOpen();
            }

            var left = MoveDispute.Left(session, payment);
            return left > 0 && (amount ?? left) <= left
                ? new Outcome.Opened(move.Open(session, payment, new NewDispute(amount ?? left, reason, isInquiry, evidenceTime)))
                : new Outcome.ExceedsPayment();
        },
        ct);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Opened(Dispute Dispute) : Outcome;

        internal sealed record NoSuchPayment : Outcome;

        internal sealed record NotPaid : Outcome;

        internal sealed record AlreadyOpen : Outcome;

        /// <summary>More than is left.</summary>
        internal sealed record ExceedsPayment : Outcome;
    }
}
