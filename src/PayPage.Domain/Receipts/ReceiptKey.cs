namespace PayPage.Domain.Receipts;

/// <summary>A key that signs receipts. The newest that is not retired signs; all of them are kept, so that old receipts can be checked for ever.</summary>
public sealed class ReceiptKey
{
    public const int IdLength = 43;

    /// <summary>The key's thumbprint (RFC 7638): whoever has the public key can compute it.</summary>
    public required string Id { get; init; }

#pragma warning disable CA1819 // columns
    /// <summary>SubjectPublicKeyInfo (RFC 5280), P-256.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS #8, sealed by Data Protection; null once the key is retired, for then nobody may sign with it any more.</summary>
    public byte[]? SealedPrivateKey { get; private set; }
#pragma warning restore CA1819

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it signs.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public static ReceiptKey New(string id, byte[] publicKey, byte[] sealedPrivateKey, DateTimeOffset now) =>
        new() { Id = id, PublicKey = publicKey, SealedPrivateKey = sealedPrivateKey, CreatedAt = now };

    /// <summary>May be repeated. The private half is gone for good.</summary>
    public void Retire(DateTimeOffset now)
    {
        SealedPrivateKey = null;
        RetiredAt ??= now;
    }
}
