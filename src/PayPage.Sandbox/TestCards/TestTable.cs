namespace PayPage.Sandbox.TestCards;

/// <summary>Every card and amount the sandbox treats specially. The code, the pages and the docs follow this table.</summary>
internal static class TestTable
{
    public static readonly IReadOnlyList<TestCard> Cards =
    [
        new("4242424242424242", "success", "Succeeds"),
        new("5555555555554444", "success_mastercard", "Succeeds (Mastercard)"),
        new("378282246310005", "success_amex", "Succeeds (American Express)"),
        new("4000000000000002", "declined", "Declined without a reason") { Verdict = Verdict.Declined },
        new("4000000000009995", "insufficient_funds", "Declined: insufficient funds")
        {
            Verdict = Verdict.Declined,
            DeclineReason = "insufficient_funds",
        },
        new("4000000000000069", "expired_card", "Declined: the card has expired")
        {
            Verdict = Verdict.Declined,
            DeclineReason = "expired_card",
        },
        new("4000002500003155", "challenge", "3-D Secure, then succeeds") { Verdict = Verdict.ChallengedThenApproved },
        new("4000008400001629", "challenge_declined", "3-D Secure, then declined") { Verdict = Verdict.ChallengedThenDeclined },
        new("4000000000660011", "webhook_duplicated", "Succeeds; each webhook is sent three times") { Webhook = WebhookFault.Duplicated },
        new("4000000000660029", "webhook_delayed", "Succeeds; the webhook leaves 30 seconds late") { Webhook = WebhookFault.Delayed },
        new("4000000000660037", "webhook_lost", "Succeeds; the webhook is never sent") { Webhook = WebhookFault.Lost },
        new("4000000000660045", "webhook_first", "Succeeds; the webhook is delivered before the payer gets an answer")
        {
            Webhook = WebhookFault.BeforeAnswer,
        },
        new("4000000000660052", "hang_after", "Succeeds, but the answer hangs for a minute") { Answer = AnswerFault.HangAfterCharge },
        new("4000000000660060", "error_after", "Succeeds, but the answer is an error 500") { Answer = AnswerFault.ErrorAfterCharge },
        new("4000000000660078", "hang_before", "Hangs for a minute and charges nothing") { Answer = AnswerFault.HangBeforeCharge },
        new("4000000000660086", "success_later", "Processing, succeeds after 10 seconds") { Verdict = Verdict.ApprovedLater },
        new("4000000000007726", "refund_pending", "Succeeds; refunds are pending, then succeed") { Refund = RefundFate.PendingThenSucceeds },
        new("4000000000005126", "refund_pending_fails", "Succeeds; refunds are pending, then fail") { Refund = RefundFate.PendingThenFails },
        new("4000000000660094", "refund_fails", "Succeeds; refunds fail at once") { Refund = RefundFate.Fails },
        new("4000000000000259", "disputed", "Succeeds; a dispute is opened right after") { IsDisputed = true },
    ];

    public static readonly IReadOnlyList<TestAmount> Amounts =
    [
        new(66601, AmountFault.HangBeforeCreate, "Creating hangs for a minute; nothing is created"),
        new(66602, AmountFault.HangAfterCreate, "The payment is created, but the answer hangs for a minute"),
        new(66603, AmountFault.ErrorAfterCreate, "The payment is created, but the answer is an error 500"),
        new(66604, AmountFault.Throttled, "Creating answers 429 for the first two tries of each key"),
        new(66606, AmountFault.Unavailable, "Creating answers 503; nothing is created"),
    ];

    /// <summary>How many tries of one key <see cref="AmountFault.Throttled"/> refuses.</summary>
    public const int ThrottledTries = 2;

    /// <summary>How often a duplicated webhook is sent.</summary>
    public const int Duplicates = 3;

    private static readonly Dictionary<string, TestCard> ByNumber = Cards.ToDictionary(c => c.Number);
    private static readonly Dictionary<string, TestCard> ByKey = Cards.ToDictionary(c => c.Key);

    /// <param name="digits">Without spaces.</param>
    /// <returns>Null when it is not a test card: it may be a real one, so forget it.</returns>
    public static TestCard? FindCard(string digits) => ByNumber.GetValueOrDefault(digits);

    /// <summary>The card a payment was paid with, or null when no card was used (yet).</summary>
    public static TestCard? CardOf(string? key) => key is null ? null : ByKey.GetValueOrDefault(key);

    /// <param name="amount">In minor units; its last five digits decide.</param>
    public static AmountFault FaultOf(long amount) =>
        Amounts.FirstOrDefault(a => a.LastDigits == amount % TestAmount.Modulus)?.Fault ?? AmountFault.None;
}
