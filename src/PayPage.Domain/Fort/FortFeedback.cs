using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Domain.Fort;

/// <summary>News of a payment for the merchant's system, written in the transaction of the fact. Everything but the fact is read when it leaves.</summary>
public sealed class FortFeedback
{
    /// <summary>The first try and ten more, as the dialect has it.</summary>
    public const int MostAttempts = 11;

    public const int AnswerLength = 120;

    /// <summary>From the end of a try to the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public required FortFeedbackId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    public required InvoiceId InvoiceId { get; init; }

    public required PaymentId PaymentId { get; init; }

    public required FeedbackKind Kind { get; init; }

    /// <summary>What happened: see <see cref="FortCode"/>, five digits.</summary>
    public required string ResponseCode { get; init; }

    /// <summary>Minor units of the invoice's currency: what the news is about.</summary>
    public required long Amount { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public int Attempts { get; private set; }

    /// <summary>HTTP's status of the last answer; null where none came.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>Why no answer came; null where one did.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset? DeadAt { get; private set; }

    /// <summary>Raised at each claim. Whoever holds an older number has lost the row.</summary>
    public long LeaseNo { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }
}

public enum FeedbackKind
{
    /// <summary>The first news of a payment.</summary>
    Direct,

    /// <summary>That it stands otherwise than was told before.</summary>
    Notification,
}

public readonly record struct FortFeedbackId(Guid Value)
{
    public static FortFeedbackId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"ffb_{Value:N}";
}
