using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PayPage.Domain.Receipts;

/// <summary>A receipt's signature, so that any JOSE library can check it without us: a JWS (RFC 7515) by ES256 (RFC 7518 3.4) over its facts.</summary>
public static class ReceiptSeal
{
    /// <summary>What is signed: the protected header and the facts, both in base64url.</summary>
    public static byte[] Input(string keyId, string facts) => Encoding.ASCII.GetBytes($"{Header(keyId)}.{Encoded(facts)}");

    /// <summary>The compact form.</summary>
    /// <returns>Null while it is not signed.</returns>
    public static string? Compact(Receipt receipt) => receipt is { KeyId: { } key, Signature: { } signature }
        ? Compact(key, receipt.Facts, signature)
        : null;

    /// <summary>The one way in which we write it; a library may take others for the same.</summary>
    public static string Compact(string keyId, string facts, byte[] signature) => $"{Header(keyId)}.{Encoded(facts)}.{Base64Url.EncodeToString(signature)}";

    /// <param name="key">The one that the receipt names.</param>
    public static bool IsTrue(ReceiptKey key, string facts, byte[] signature)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        return ecdsa.VerifyData(Input(key.Id, facts), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>RFC 7638: SHA-256 over the key's required members in the order of their names.</summary>
    public static string Thumbprint(ECDsa key)
    {
        var (x, y) = Coordinates(key);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
    }

    /// <summary>The public half as a JWK (RFC 7517) writes it: base64url.</summary>
    public static (string X, string Y) Coordinates(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
    }

    private static string Header(string keyId) => Encoded($$"""{"alg":"ES256","kid":"{{keyId}}"}""");

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
