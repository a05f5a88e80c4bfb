using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace PayPage.Sandbox.Api;

/// <summary>Who calls. The account is the key, but only its hash is kept.</summary>
/// <param name="Account">SHA-256 of the key, in hex.</param>
internal sealed partial record ApiKey(string Account, string WebhookSecret)
{
    private const string Scheme = "Bearer ";

    /// <returns>Null when the header is missing, given twice, or holds no well-formed key.</returns>
    public static ApiKey? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization is [{ } only] ? only : "";
        var key = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : "";
        return WellFormed().IsMatch(key)
            ? new ApiKey(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))), SandboxWebhooks.SecretFor(key))
            : null;
    }

    // The secret of the webhooks is as good as a key.
    public override string ToString() => Account;

    [GeneratedRegex(@"^sk_sandbox_[A-Za-z0-9_-]{20,200}\z")]
    private static partial Regex WellFormed();
}
