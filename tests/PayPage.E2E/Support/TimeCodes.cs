using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PayPage.E2E.Support;

/// <summary>An authenticator app: what RFC 6238 makes of a key and the time. Written apart from the site's own, so that both cannot be wrong alike.</summary>
internal static class TimeCodes
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">As people type it, spaces included.</param>
    /// <param name="stepsAhead">A code works once: whoever needs another within 30 s takes the next.</param>
    public static string Of(string key, int stepsAhead = 0)
    {
        var bits = string.Concat(key.Where(c => c != ' ').Select(c => Alphabet.IndexOf(c, StringComparison.Ordinal).ToString("B5", CultureInfo.InvariantCulture)));
        var bytes = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + stepsAhead);
#pragma warning disable CA5350 // RFC 6238: what authenticator apps compute
        var hash = HMACSHA1.HashData(bytes, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[19] % 16, 4)) % 0x80000000u;
        return (number % 1_000_000u).ToString("000000", CultureInfo.InvariantCulture);
    }
}
