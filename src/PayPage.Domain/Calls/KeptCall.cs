using PayPage.Domain.Merchants;

namespace PayPage.Domain.Calls;

/// <summary>One call that came with an <c>Idempotency-Key</c>: what was asked, who works on it, and what was answered.</summary>
public sealed class KeptCall
{
    public const int TypeLength = 100;
    public const int LocationLength = 500;
    public const int TagLength = 100;

    /// <summary>How long an answer is kept from when the call first came. Then the same key is a new one.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>How long nobody else takes a call over that somebody works on.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public required KeptCallId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>SHA-256 of the caller's key.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>SHA-256 of method, address and body: the same key with another is a mistake.</summary>
    public required byte[] Fingerprint { get; init; }

    public required DateTimeOffset CameAt { get; init; }

    /// <summary>Raised at each take-over: whoever lost the lease writes no answer.</summary>
    public int LeaseNo { get; private set; } = 1;

    /// <summary>Null while nobody works on it.</summary>
    public required DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>HTTP's; null while it is not answered. Written by conditional UPDATE, as is the rest of the answer.</summary>
    public int? Status { get; private set; }

    public string? ContentType { get; private set; }

    public string? Location { get; private set; }

    public string? Tag { get; private set; }

    /// <summary>Sealed (<see cref="IAnswerVault"/>).</summary>
    public byte[]? Body { get; private set; }

    /// <summary>Whoever worked on it came to no answer: somebody else may.</summary>
    public void TakeOver(DateTimeOffset until) => (LeaseNo, LeasedUntil) = (LeaseNo + 1, until);
}
