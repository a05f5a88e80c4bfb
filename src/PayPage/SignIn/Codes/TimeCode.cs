using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PayPage.SignIn.Codes;

/// <summary>The six digits that an authenticator app shows: RFC 6238 with its defaults (HMAC-SHA-1, 30 s), which is all that the apps agree on.</summary>
internal static class TimeCode
{
    public const int Digits = 6;

    /// <summary>Bytes of a key: as long as the hash (RFC 4226 4, R6).</summary>
    public const int KeyLength = 20;

    private const int AllCodes = 1_000_000;
    private const long StepSeconds = 30;

    // One step early or late, for clocks that differ and people who type slowly (RFC 6238 5.2).
    private const int Tolerance = 1;

    /// <param name="typed">Spaces do not matter: apps show the digits in two groups.</param>
    /// <param name="after">Steps up to this one are spent: a code works once (RFC 6238 5.2). Null: none was used yet.</param>
    /// <returns>The step that the code belongs to; null when it is wrong, too old or used.</returns>
    public static long? Check(ReadOnlySpan<byte> key, string typed, DateTimeOffset now, long? after)
    {
        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        var current = StepAt(now);
        long? found = null;

        // All steps are compared, whichever fits: how long it takes tells nothing.
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Bytes(Of(key, step)), Bytes(digits)) && !(step <= after))
            {
                found = step;
            }
        }

        return found;
    }

    public static string At(ReadOnlySpan<byte> key, DateTimeOffset now) => Of(key, StepAt(now));

    private static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    private static string Of(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // not for its collisions: as a keyed function SHA-1 is sound, and the apps know no other
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350

        // RFC 4226 5.3: four bytes from where the last half byte points, without the sign.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & 0x7FFF_FFFF;
        return (number % AllCodes).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
