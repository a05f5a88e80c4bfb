using Microsoft.Extensions.Options;
using PayPage.Sandbox.Api;
using PayPage.Sandbox.Disputes;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Storage;
using PayPage.Sandbox.TestCards;
using PayPage.Sandbox.Webhooks;

namespace PayPage.Sandbox.Refunds;

/// <summary>Gives money back, never more than came. The test card of the payment decides what becomes of it.</summary>
internal sealed class CreateRefund(Database database, Outbox outbox, IOptions<SandboxOptions> options, TimeProvider clock)
{
    private const string NoFunds = "refund_refused_by_bank";

    /// <summary>Safe to repeat with the same key.</summary>
    public Task<Outcome> HandleAsync(string account, string key, string paymentId, RefundRequest request, CancellationToken ct) =>
        database.WriteAsync<Outcome>(
            session =>
            {
                if (PaymentShelf.ById(session, account, paymentId) is not { } payment)
                {
                    return new Outcome.NoSuchPayment();
                }

                var hash = Answers.Hash($"refund:{paymentId}", request);
                if (Answers.Find(session, account, key) is { } stored)
                {
                    return stored.RequestHash == hash ? new Outcome.Replayed(stored.Status, stored.Body) : new Outcome.KeyReused();
                }

                if (RefundShelf.ByReference(session, account, request.ClientReference) is not null)
                {
                    return new Outcome.ReferenceTaken();
                }

                var fate = TestTable.CardOf(payment.TestCard)?.Refund ?? RefundFate.Succeeds;
                if (!Reserve(session, payment, request.Amount, keep: fate != RefundFate.Fails))
                {
                    return DisputeShelf.Withdrawn(session, payment.Id) > 0 ? new Outcome.Disputed() : new Outcome.ExceedsPayment();
                }

                var refund = Insert(session, payment, request, fate);
                var body = SandboxJson.Write(refund.View());
                Answers.Store(session, account, key, new(hash, 201, body));
                return new Outcome.Created(body);
            },
            ct);

    /// <summary>Moves a pending refund on. A failed one gives its amount back to the payment.</summary>
    public void Settle(Session session, Refund refund, RefundStatus to)
    {
        var reason = to == RefundStatus.Failed ? NoFunds : null;
        var moved = session.Execute(
            "UPDATE refunds SET status = $to, failure_reason = $reason, settle_at = NULL WHERE id = $id AND status = 'pending'",
            ("$id", refund.Id),
            ("$to", to.Text()),
            ("$reason", reason));

        if (moved == 0)
        {
            return;
        }

        if (to == RefundStatus.Failed)
        {
            session.Execute(
                "UPDATE payments SET amount_refunded = amount_refunded - $amount WHERE id = $id",
                ("$id", refund.PaymentId),
                ("$amount", refund.Amount));
        }

        Announce(session, PaymentShelf.ById(session, refund.PaymentId)!, refund with { Status = to, FailureReason = reason });
    }

    /// <param name="keep">False only asks whether there is enough: a refund that fails at once takes nothing.</param>
    private static bool Reserve(Session session, Payment payment, long amount, bool keep) => session.Execute(
        $"""
        UPDATE payments SET amount_refunded = amount_refunded + $kept
        WHERE id = $id AND status = 'succeeded' AND $amount <= amount - amount_refunded
          - (SELECT COALESCE(SUM(d.amount), 0) FROM disputes d WHERE d.payment_id = payments.id AND d.status IN ({DisputeStates.WithMoney}))
        """,
        ("$id", payment.Id),
        ("$amount", amount),
        ("$kept", keep ? amount : 0)) == 1;

    private Refund Insert(Session session, Payment payment, RefundRequest request, RefundFate fate)
    {
        var now = clock.GetUtcNow();
        var (status, settleTo) = Path(fate);
        var id = Ids.New("sbr");

        session.Execute(
            """
            INSERT INTO refunds
                (id, account, client_reference, payment_id, amount, currency, status, failure_reason, created_at, settle_at, settle_to)
            VALUES ($id, $account, $reference, $payment, $amount, $currency, $status, $reason, $now, $settle_at, $settle_to)
            """,
            ("$id", id),
            ("$account", payment.Account),
            ("$reference", request.ClientReference),
            ("$payment", payment.Id),
            ("$amount", request.Amount),
            ("$currency", payment.Currency),
            ("$status", status.Text()),
            ("$reason", status == RefundStatus.Failed ? NoFunds : null),
            ("$now", now.Stored()),
            ("$settle_at", settleTo is null ? null : (now + options.Value.RefundSettleTime).Stored()),
            ("$settle_to", settleTo?.Text()));

        var refund = RefundShelf.ById(session, payment.Account, id)!;    // it was written a line above
        Announce(session, payment, refund);
        return refund;
    }

    private static (RefundStatus Now, RefundStatus? Later) Path(RefundFate fate) => fate switch
    {
        RefundFate.Succeeds => (RefundStatus.Succeeded, null),
        RefundFate.PendingThenSucceeds => (RefundStatus.Pending, RefundStatus.Succeeded),
        RefundFate.PendingThenFails => (RefundStatus.Pending, RefundStatus.Failed),
        RefundFate.Fails => (RefundStatus.Failed, null),
    };

    private void Announce(Session session, Payment payment, Refund refund) => outbox.Add(
        session,
        new Event($"refund.{refund.Status.Text()}", refund.Account, payment.WebhookUrl!, clock.GetUtcNow()),
        refund.View());

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Created(string Body) : Outcome;

        internal sealed record Replayed(int Status, string Body) : Outcome;

        internal sealed record KeyReused : Outcome;

        internal sealed record ReferenceTaken : Outcome;

        internal sealed record NoSuchPayment : Outcome;

        /// <summary>More than is left, or the payment has not succeeded.</summary>
        internal sealed record ExceedsPayment : Outcome;

        /// <summary>The payer's bank has the money, or so much of it that not enough is left.</summary>
        internal sealed record Disputed : Outcome;
    }
}
