using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Domain.Inbox;

/// <summary>An event that a processor sent, as it came, kept for ever. Its id is unique per account: twice is once.</summary>
public sealed class InboxEvent
{
    public const int EventIdLength = 255;

    public required ProcessorAccountId AccountId { get; init; }

    /// <summary>The processor's own id of the event.</summary>
    public required string EventId { get; init; }

    public required string Type { get; init; }

    /// <summary>The body, letter by letter, but for what would let a browser go on with a payment.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null where we know no such payment.</summary>
    public PaymentId? PaymentId { get; init; }

    public required InboxVerdict Verdict { get; init; }
}

/// <summary>What became of an event.</summary>
public enum InboxVerdict
{
    /// <summary>It moved something.</summary>
    Applied,

    /// <summary>True, but nothing new: later news was in the books already.</summary>
    Stale,

    /// <summary>Of a kind that we do not act on.</summary>
    Ignored,

    /// <summary>About a payment that is not ours. Someone should look.</summary>
    Unmatched,

    /// <summary>About our payment, but with another amount, currency or account. Nothing moved; someone must look.</summary>
    Mismatched,
}
