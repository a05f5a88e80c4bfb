using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PayPage.Domain.Webhooks;

/// <summary>The signature of Standard Webhooks 1.0.0: <c>v1,</c> and the HMAC-SHA256 of <c>id.timestamp.body</c> in Base64.</summary>
public static class WebhookSignature
{
    /// <param name="secrets">Each <c>whsec_…</c>; what stands behind the prefix is the key in Base64.</param>
    /// <param name="at">Of this try; whole seconds are signed.</param>
    /// <returns>One for each secret, with spaces between them.</returns>
    public static string Of(IEnumerable<string> secrets, string id, DateTimeOffset at, string body)
    {
        var signed = Encoding.UTF8.GetBytes($"{id}.{Seconds(at)}.{body}");
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), signed))}"));
    }

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[WebhookSecrets.Prefix.Length..]);
}
