using Microsoft.Extensions.Options;
using PayPage.Sandbox.Disputes;
using PayPage.Sandbox.Storage;
using PayPage.Sandbox.TestCards;
using PayPage.Sandbox.Webhooks;

namespace PayPage.Sandbox.Payments;

/// <summary>The only place where a payment changes its status: one conditional UPDATE, and its event in the same transaction.</summary>
internal sealed class MovePayment(Outbox outbox, PaymentViews views, MoveDispute disputes, IOptions<SandboxOptions> options, TimeProvider clock)
{
    /// <returns>The payment after the move; null when it may not be made from where the payment is now.</returns>
    public Payment? Try(Session session, string id, PaymentStatus to, Move? with = null)
    {
        var now = clock.GetUtcNow();
        var move = with ?? new Move();
        var moved = session.Execute(
            $"""
            UPDATE payments SET
                status = $to, challenged = 0, settle_at = $settle_at, settle_to = $settle_to, settle_reason = $settle_reason,
                decline_reason = $decline_reason,
                succeeded_at = CASE WHEN $to = 'succeeded' THEN $now END,
                test_card = COALESCE($test_card, test_card),
                card_brand = COALESCE($card_brand, card_brand),
                card_last4 = COALESCE($card_last4, card_last4)
            WHERE id = $id AND status IN ({PaymentStates.OriginsOf(to)})
              AND (status = 'open' AND expires_at <= $now) = ($to = 'expired')
            """,
            ("$id", id),
            ("$to", to.Text()),
            ("$now", now.Stored()),
            ("$settle_at", move.Later is { } later ? (now + later.After).Stored() : null),
            ("$settle_to", move.Later?.To.Text()),
            ("$settle_reason", move.Later?.Reason),
            ("$decline_reason", move.DeclineReason),
            ("$test_card", move.Card?.Key),
            ("$card_brand", move.Card?.Brand),
            ("$card_last4", move.Card?.Last4));

        return moved == 1 ? Announce(session, PaymentShelf.ById(session, id)!, now) : null;    // it was there a line above
    }

    /// <summary>Writes the expiry of an overdue payment; anything else stays as it is.</summary>
    public Payment Freshen(Session session, Payment payment) => payment.IsOverdueAt(clock.GetUtcNow())
        ? Try(session, payment.Id, PaymentStatus.Expired) ?? PaymentShelf.ById(session, payment.Id)!
        : payment;

    private Payment Announce(Session session, Payment payment, DateTimeOffset now)
    {
        var card = TestTable.CardOf(payment.TestCard);
        outbox.Add(session, new Event($"payment.{payment.Status.Text()}", payment.Account, payment.WebhookUrl!, now)
        {
            Fault = card?.Webhook ?? WebhookFault.None,
        }, views.Of(payment));

        if (payment.Status == PaymentStatus.Succeeded && card is { IsDisputed: true })
        {
            disputes.Open(session, payment, new NewDispute(payment.Amount, "fraudulent", Delay: options.Value.DisputeDelay));
            return payment with { Disputed = true };
        }

        return payment;
    }
}

/// <summary>What is written with a move.</summary>
internal sealed record Move
{
    public TestCard? Card { get; init; }

    public string? DeclineReason { get; init; }

    /// <summary>For a payment in processing: what it becomes by itself.</summary>
    public Settlement? Later { get; init; }
}

internal sealed record Settlement(TimeSpan After, PaymentStatus To, string? Reason);
