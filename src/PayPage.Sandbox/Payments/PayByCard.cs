using Microsoft.Extensions.Options;
using PayPage.Sandbox.Storage;
using PayPage.Sandbox.TestCards;
using PayPage.Sandbox.Webhooks;

namespace PayPage.Sandbox.Payments;

/// <summary>A payer's card, on the page or through the simulate call.</summary>
internal sealed class PayByCard(
    Database database, MovePayment move, WebhookSender webhooks, Hang hang, IOptions<SandboxOptions> options, TimeProvider clock)
{
    internal const string AuthenticationFailed = "authentication_failed";

    public async Task<PayerOutcome> HandleAsync(Payment payment, TestCard card, CancellationToken ct)
    {
        if (!payment.IsCard)
        {
            return new PayerOutcome.NotOpen(payment);
        }

        if (card.Answer == AnswerFault.HangBeforeCharge)
        {
            await hang.WaitAsync(ct);
            return new PayerOutcome.TimedOut();
        }

        if (card.Challenges)
        {
            return await ChallengeAsync(payment, card, ct);
        }

        var (moved, held) = await database.WriteAsync(s => (Charge(s, payment, card), s.Held), ct);
        if (moved is null)
        {
            return await TooLateAsync(payment, ct);
        }

        foreach (var delivery in held)
        {
            await webhooks.SendAsync(delivery, CancellationToken.None);    // the payer may leave; the try is bounded in time
        }

        switch (card.Answer)
        {
            case AnswerFault.HangAfterCharge:
                await hang.WaitAsync(ct);
                return new PayerOutcome.TimedOut();
            case AnswerFault.ErrorAfterCharge:
                return new PayerOutcome.Broken();
            case AnswerFault.None:
            case AnswerFault.HangBeforeCharge:
            default:
                return new PayerOutcome.Closed(moved);
        }
    }

    /// <summary>The payer's answer to 3-D Secure. One who never answers leaves the payment open until it expires.</summary>
    public async Task<PayerOutcome> AnswerChallengeAsync(Payment payment, bool completed, CancellationToken ct)
    {
        var moved = await database.WriteAsync(
            s => PaymentShelf.ById(s, payment.Id) is { Challenged: true } waiting && TestTable.CardOf(waiting.TestCard) is { } card
                ? move.Try(s, payment.Id, Result(card, completed), new Move { DeclineReason = Reason(card, completed) })
                : null,
            ct);

        return moved is null ? await TooLateAsync(payment, ct) : new PayerOutcome.Closed(moved);
    }

    private static PaymentStatus Result(TestCard card, bool completed) => completed && card.Verdict == Verdict.ChallengedThenApproved
        ? PaymentStatus.Succeeded
        : PaymentStatus.Failed;

    private static string? Reason(TestCard card, bool completed) => completed
        ? card.Verdict == Verdict.ChallengedThenDeclined ? card.DeclineReason : null
        : AuthenticationFailed;

    private Payment? Charge(Session session, Payment payment, TestCard card) => card.Verdict switch
    {
        Verdict.Declined => move.Try(session, payment.Id, PaymentStatus.Failed, new Move
        {
            Card = card,
            DeclineReason = card.DeclineReason,
        }),
        Verdict.ApprovedLater => move.Try(session, payment.Id, PaymentStatus.Processing, new Move
        {
            Card = card,
            Later = new Settlement(options.Value.CardSettleTime, PaymentStatus.Succeeded, null),
        }),
        _ => move.Try(session, payment.Id, PaymentStatus.Succeeded, new Move { Card = card }),
    };

    private async Task<PayerOutcome> ChallengeAsync(Payment payment, TestCard card, CancellationToken ct)
    {
        var asked = await database.WriteAsync(
            s => s.Execute(
                """
                UPDATE payments SET challenged = 1, test_card = $card, card_brand = $brand, card_last4 = $last4
                WHERE id = $id AND status = 'open' AND expires_at > $now
                """,
                ("$id", payment.Id),
                ("$card", card.Key),
                ("$brand", card.Brand),
                ("$last4", card.Last4),
                ("$now", clock.GetUtcNow().Stored())),
            ct);

        return asked == 1
            ? new PayerOutcome.Challenged(payment with { Challenged = true, CardBrand = card.Brand, CardLast4 = card.Last4 })
            : await TooLateAsync(payment, ct);
    }

    private async Task<PayerOutcome> TooLateAsync(Payment payment, CancellationToken ct) => new PayerOutcome.NotOpen(
        await database.WriteAsync(s => move.Freshen(s, PaymentShelf.ById(s, payment.Id)!), ct));    // payments are never deleted
}
