using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace PayPage.Api.Signing;

/// <summary>What of a call is signed, as it came over the wire.</summary>
internal static class SigningText
{
    public const int MacLength = 32;
    public const string Target = "request-target";

    /// <summary>As clients from before April 2024 write it.</summary>
    public const string OldTarget = "(request-target)";

    public const string MerchantHeader = "v-c-merchant-id";
    public const string DigestHeader = "digest";

    private const string DigestStart = "SHA-256=";

    /// <param name="names">In lower case.</param>
    /// <returns>One line for each name; null where one of them is not in the call, or is there more than once.</returns>
    public static string? Of(HttpRequest request, IReadOnlyList<string> names)
    {
        var lines = new List<string>(names.Count);

        foreach (var name in names)
        {
            if (ValueOf(request, name) is not { } value)
            {
                return null;
            }

            lines.Add($"{name}: {value}");
        }

        return string.Join('\n', lines);
    }

    public static byte[] Mac(byte[] secret, string text) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text));

    /// <summary>With its query, escaped as it was sent.</summary>
    public static string TargetOf(HttpRequest request) => request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    /// <returns>Null where there is not exactly one.</returns>
    public static string? Header(HttpRequest request, string name) => request.Headers[name] is [{ } value] ? value.Trim() : null;

    public static bool HasBody(HttpRequest request) => request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false;

    /// <param name="digest">As the header has it.</param>
    /// <param name="hash">SHA-256 of the body that came.</param>
    public static bool IsDigestOf(string? digest, byte[] hash) =>
        digest?.StartsWith(DigestStart, StringComparison.OrdinalIgnoreCase) == true && IsBase64Of(digest[DigestStart.Length..], hash);

    public static bool IsBase64Of(string text, byte[] hash)
    {
        var given = new byte[hash.Length];
        return Convert.TryFromBase64String(text, given, out var length) && length == given.Length && CryptographicOperations.FixedTimeEquals(given, hash);
    }

    /// <summary>As RFC 9110 has dates: <c>Sat, 21 Nov 2026 20:10:27 GMT</c>.</summary>
    public static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static string? ValueOf(HttpRequest request, string name) => name is Target or OldTarget
        ? $"{request.Method.ToLowerInvariant()} {TargetOf(request)}"
        : Header(request, name);
}
