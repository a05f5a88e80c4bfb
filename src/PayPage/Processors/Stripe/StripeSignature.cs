using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PayPage.Processors.Stripe;

/// <summary>Checks the <c>Stripe-Signature</c> of an event: <c>t=seconds,v1=hex,v1=hex…</c>, HMAC-SHA256 over <c>t.body</c>.</summary>
internal static class StripeSignature
{
    public const string Header = "Stripe-Signature";

    /// <summary>How far the time in the header may be from now, either way: what Stripe's own libraries allow.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private const int LongestHeader = 2000;    // a real one has about 200 characters
    private const string Scheme = "v1";

    /// <param name="body">The raw bytes as they came.</param>
    /// <param name="secrets">Whole, with their <c>whsec_</c>: any of them may have signed.</param>
    /// <returns>Why it is not believed; null when it is good.</returns>
    public static string? FaultOf(ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        if (header is not { Length: > 0 and <= LongestHeader })
        {
            return header is { Length: > 0 } ? "the signature header is too long" : "the signature header is missing";
        }

        string? sent = null;
        var given = new List<byte[]>();

        foreach (var part in header.Split(','))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = at < 0 ? (part.Trim(), "") : (part[..at].Trim(), part[(at + 1)..].Trim());

            if (name == "t")
            {
                sent ??= value;
            }
            else if (name == Scheme && value.Length == SHA256.HashSizeInBytes * 2 && value.All(char.IsAsciiHexDigit))
            {
                given.Add(Convert.FromHexString(value));
            }
        }

        if (sent is null || !long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || given.Count == 0)
        {
            return "the signature header cannot be read";
        }

        // Before any arithmetic: a time in milliseconds would be the year 57,000.
        if (seconds > now.ToUnixTimeSeconds() + (long)Tolerance.TotalSeconds || seconds < now.ToUnixTimeSeconds() - (long)Tolerance.TotalSeconds)
        {
            return "its time is too far from now";
        }

        byte[] signed = [.. Encoding.ASCII.GetBytes($"{sent}."), .. body];
        var good = false;

        foreach (var secret in secrets.Where(secret => secret.Length > 0))
        {
            var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
            good |= given.Exists(signature => CryptographicOperations.FixedTimeEquals(signature, expected));
        }

        return good ? null : "no signature fits";
    }
}
