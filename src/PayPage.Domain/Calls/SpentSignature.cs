using PayPage.Domain.Merchants;

namespace PayPage.Domain.Calls;

/// <summary>A signature that has moved something: it moves nothing a second time. Forgotten when its date makes it worthless anyway.</summary>
public sealed class SpentSignature
{
    public required Guid Id { get; init; }

    public required ApiKeyId KeyId { get; init; }

    /// <summary>SHA-256 of the signature, or of a token's id.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
