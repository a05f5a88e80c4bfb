namespace PayPage.Domain.Merchants;

/// <summary>The right of a merchant's other system to act for it. The key itself is shown once and never kept.</summary>
public sealed class ApiKey
{
    public required ApiKeyId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    /// <summary>What is made with it is in this mode.</summary>
    public required Mode Mode { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the key: what it is found by.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it may be used.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public long Version { get; private set; }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
