using System.Buffers.Text;
using System.Security.Cryptography;

namespace PayPage.Sandbox;

internal static class Ids
{
    private const int IdBytes = 12;
    private const int SecretBytes = 32;

    /// <summary>A name for a thing, safe to log: the prefix says what it is.</summary>
    public static string New(string prefix) => $"{prefix}_{RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true)}";

    /// <summary>A payer's way in, never logged: 43 characters of base64url.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
}
