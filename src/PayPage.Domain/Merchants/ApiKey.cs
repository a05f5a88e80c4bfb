namespace PayPage.Domain.Merchants;

/// <summary>The right of a merchant's other system to act for it. The key itself is shown once; what is sent as it is is never kept.</summary>
public sealed class ApiKey
{
    /// <summary>In use at once, for each merchant, both modes together.</summary>
    public const int Most = 50;

    public const int ShownLength = 20;
    public const int SignerLength = 60;
    public const int ActorLength = 60;

    public required ApiKeyId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    /// <summary>What is made with it is in this mode.</summary>
    public required Mode Mode { get; init; }

    public required string Name { get; init; }

    public ApiKeyKind Kind { get; init; }

    public ApiScopes Scopes { get; init; } = ApiScopes.All;

    /// <summary>SHA-256 of the key. One that is sent is found by it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>How a key that is sent begins: too little to use it, enough for people to know it again. Null: its beginning is not known.</summary>
    public string? Shown { get; init; }

    /// <summary>What calls are signed with, sealed (<see cref="IApiSecretVault"/>); null for a key that is sent.</summary>
    public byte[]? SealedSecret { get; init; }

    /// <summary>The merchant id that signed calls name (<c>v-c-merchant-id</c>); null for a key that is sent.</summary>
    public string? Signer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it, for the history; null: not a colleague.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it last let somebody in, give or take a minute; null: never yet. Written by conditional UPDATE, off the path of calls.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Null while it may be used.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Who revoked it; null: not a colleague.</summary>
    public string? RevokedBy { get; private set; }

    public long Version { get; private set; }

    /// <summary>May be repeated: the first time counts.</summary>
    public void Revoke(DateTimeOffset now, string? by = null)
    {
        if (RevokedAt is null)
        {
            (RevokedAt, RevokedBy) = (now, by);
        }
    }
}
