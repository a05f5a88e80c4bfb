using Microsoft.Extensions.Options;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Storage;
using PayPage.Sandbox.Webhooks;

namespace PayPage.Sandbox.Disputes;

/// <summary>The only place where disputes are opened and change their status, each with its event in the same transaction.</summary>
internal sealed class MoveDispute(Outbox outbox, IOptions<SandboxOptions> options, TimeProvider clock)
{
    /// <param name="wish">Checked: a known reason, and no more than the payment has left.</param>
    public Dispute Open(Session session, Payment payment, NewDispute wish)
    {
        var now = clock.GetUtcNow();
        var id = Ids.New("sbd");

        session.Execute(
            """
            INSERT INTO disputes (id, account, payment_id, client_reference, amount, currency, status, reason, evidence_due_by, created_at)
            VALUES ($id, $account, $payment, $reference, $amount, $currency, $status, $reason, $due, $now)
            """,
            ("$id", id),
            ("$account", payment.Account),
            ("$payment", payment.Id),
            ("$reference", payment.ClientReference),
            ("$amount", wish.Amount),
            ("$currency", payment.Currency),
            ("$status", (wish.IsInquiry ? DisputeStatus.Inquiry : DisputeStatus.NeedsResponse).Text()),
            ("$reason", wish.Reason),
            ("$due", (now + (wish.EvidenceTime ?? options.Value.EvidenceTime)).Stored()),
            ("$now", now.Stored()));

        return Announce(session, payment, DisputeShelf.ById(session, id)!, "dispute.opened", wish.Delay);    // it was written a line above
    }

    /// <returns>The dispute after the move; null when it may not be made from where the dispute is now.</returns>
    public Dispute? Try(Session session, string id, DisputeStatus to)
    {
        if (DisputeShelf.ById(session, id) is not { } dispute || !dispute.Status.MayBecome(to))
        {
            return null;
        }

        var payment = PaymentShelf.ById(session, dispute.PaymentId)!;    // no dispute is without one

        if (to.KeepsMoney() && !dispute.Status.KeepsMoney() && dispute.Amount > Left(session, payment))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        session.Execute(
            "UPDATE disputes SET status = $to, evidence_due_by = $due, decided_at = $decided WHERE id = $id",
            ("$id", id),
            ("$to", to.Text()),
            ("$due", to.WaitsForAnswer() ? (now + options.Value.EvidenceTime).Stored() : null),
            ("$decided", to.IsDecided() ? now.Stored() : null));

        return Announce(session, payment, DisputeShelf.ById(session, id)!, to.IsDecided() ? "dispute.closed" : "dispute.updated", TimeSpan.Zero);
    }

    /// <summary>Who does not answer in time has lost; an inquiry just ends.</summary>
    public void EndUnanswered(Session session, string id)
    {
        if (DisputeShelf.ById(session, id) is { EvidenceDueBy: { } due } dispute && due <= clock.GetUtcNow())
        {
            Try(session, id, dispute.Status == DisputeStatus.Inquiry ? DisputeStatus.Closed : DisputeStatus.Lost);
        }
    }

    /// <summary>What a bank could still take of a payment; minor units. What was refunded it can take too: it does not ask.</summary>
    public static long Left(Session session, Payment payment) => payment.Amount - DisputeShelf.Withdrawn(session, payment.Id);

    private Dispute Announce(Session session, Payment payment, Dispute dispute, string type, TimeSpan delay)
    {
        session.Execute(
            $"UPDATE payments SET disputed = EXISTS (SELECT 1 FROM disputes WHERE payment_id = $id AND status IN ({DisputeStates.WithMoney})) WHERE id = $id",
            ("$id", payment.Id));
        outbox.Add(session, new Event(type, dispute.Account, payment.WebhookUrl!, clock.GetUtcNow()) { Delay = delay }, dispute.View());
        return dispute;
    }
}

/// <param name="Amount">In minor units.</param>
/// <param name="Reason">One of <see cref="Dispute.Reasons"/>.</param>
/// <param name="IsInquiry">The bank only asks.</param>
/// <param name="EvidenceTime">Null: the sandbox's own.</param>
/// <param name="Delay">How long its webhook waits.</param>
internal sealed record NewDispute(long Amount, string Reason, bool IsInquiry = false, TimeSpan? EvidenceTime = null, TimeSpan Delay = default);
