using System.Security.Cryptography;

namespace PayPage.Domain;

/// <summary>What we keep of a secret: enough to know it again, too little to use it.</summary>
public static class Secret
{
    public const int HashLength = 32;

    /// <summary>SHA-256. Plain, without salt or stretching: our secrets have 128 random bits or more (ASVS 5.0 6.5.2).</summary>
    public static byte[] Hash(ReadOnlySpan<byte> secret) => SHA256.HashData(secret);

    public static byte[] Hash(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));

    /// <summary>Compares in the same time whatever differs.</summary>
    public static bool Matches(string? candidate, byte[] hash) =>
        candidate is not null && CryptographicOperations.FixedTimeEquals(Hash(candidate), hash);
}
