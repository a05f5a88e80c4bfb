using System.Security.Cryptography;
using System.Text;

namespace PayPage.Sandbox;

/// <summary>What a receiver needs to trust a webhook of the sandbox, after Standard Webhooks 1.0.0.</summary>
public static class SandboxWebhooks
{
    private const string Prefix = "whsec_";

    /// <summary>The secret of an account's webhooks, derived from its key, so that nothing needs registering.</summary>
    /// <param name="apiKey">The account's key, <c>sk_sandbox_...</c>, as sent to the API.</param>
    /// <returns><c>whsec_</c> and 32 bytes in base64; those bytes are the HMAC key.</returns>
    public static string SecretFor(string apiKey) =>
        Prefix + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"webhook:{apiKey}")));

    /// <param name="secret">As <see cref="SecretFor"/> made it.</param>
    /// <param name="timestamp">Of this try, in Unix seconds.</param>
    /// <returns>The value of <c>webhook-signature</c>.</returns>
    internal static string Sign(string secret, string id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"));
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))}";
    }
}
