namespace PayPage.Sandbox.TestCards;

/// <summary>What the bank behind a card says.</summary>
internal enum Verdict
{
    Approved,
    Declined,

    /// <summary>Asks for 3-D Secure; when that was completed, approved.</summary>
    ChallengedThenApproved,

    /// <summary>Asks for 3-D Secure; when that was completed, declined.</summary>
    ChallengedThenDeclined,

    /// <summary>Processing first, succeeded later.</summary>
    ApprovedLater,
}

/// <summary>What goes wrong with the webhooks of a payment (not of its refunds).</summary>
internal enum WebhookFault
{
    None,
    Duplicated,
    Delayed,
    Lost,

    /// <summary>Delivered before the payer gets an answer.</summary>
    BeforeAnswer,
}

/// <summary>What goes wrong with the answer to the payer.</summary>
internal enum AnswerFault
{
    None,
    HangBeforeCharge,
    HangAfterCharge,
    ErrorAfterCharge,
}

/// <summary>What becomes of a refund.</summary>
internal enum RefundFate
{
    Succeeds,
    PendingThenSucceeds,
    PendingThenFails,
    Fails,
}

/// <summary>A number of the public test ranges and what the sandbox does with it.</summary>
/// <param name="Number">Digits only, Luhn valid.</param>
/// <param name="Key">What is stored in place of the number.</param>
/// <param name="Does">One line for people.</param>
internal sealed record TestCard(string Number, string Key, string Does)
{
    public Verdict Verdict { get; init; } = Verdict.Approved;

    /// <summary>The reason of a decline.</summary>
    public string DeclineReason { get; init; } = "card_declined";

    public WebhookFault Webhook { get; init; }

    public AnswerFault Answer { get; init; }

    public RefundFate Refund { get; init; }

    public bool IsDisputed { get; init; }

    public string Last4 => Number[^4..];

    public string Brand => Number[0] switch
    {
        '3' => "amex",
        '5' => "mastercard",
        _ => "visa",
    };

    public bool Challenges => Verdict is Verdict.ChallengedThenApproved or Verdict.ChallengedThenDeclined;

    /// <summary>In groups of four, as printed on a card.</summary>
    public string Grouped => string.Join(' ', Number.Chunk(4).Select(group => new string(group)));
}
