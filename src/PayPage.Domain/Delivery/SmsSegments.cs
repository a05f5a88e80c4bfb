namespace PayPage.Domain.Delivery;

/// <summary>How a text travels by SMS, and so what it costs: each segment is paid for (3GPP TS 23.038 and 23.040).</summary>
/// <param name="Units">Septets of the GSM alphabet, or UTF-16 code units.</param>
/// <param name="Segments">1 at least.</param>
public sealed record SmsSegments(SmsEncoding Encoding, int Units, int Segments)
{
    // TS 23.038 6.2.1, in order of its code points; 1B, the escape, has no character of its own.
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // TS 23.038 6.2.1.1: an escape and one more septet.
    private const string Extension = "\f^{}\\[~]|€";

    // 140 bytes; a long text gives six of each to the header that puts the segments together (TS 23.040 9.2.3.24.1).
    private const int GsmAlone = 160;
    private const int GsmTogether = 153;
    private const int Ucs2Alone = 70;
    private const int Ucs2Together = 67;

    public static SmsSegments Of(string text) => text.All(c => GsmUnits(c) > 0)
        ? Of(SmsEncoding.Gsm7, [.. text.Select(GsmUnits)], GsmAlone, GsmTogether)
        : Of(SmsEncoding.Ucs2, [.. Characters(text)], Ucs2Alone, Ucs2Together);

    /// <param name="characters">The units of each. None is split: half an escape or half a pair shows as something else.</param>
    private static SmsSegments Of(SmsEncoding encoding, IReadOnlyList<int> characters, int alone, int together)
    {
        var units = characters.Sum();

        if (units <= alone)
        {
            return new SmsSegments(encoding, units, 1);
        }

        var segments = 1;
        var filled = 0;

        foreach (var character in characters)
        {
            if (filled + character > together)
            {
                segments++;
                filled = 0;
            }

            filled += character;
        }

        return new SmsSegments(encoding, units, segments);
    }

    /// <returns>0 for a character that the alphabet lacks.</returns>
    private static int GsmUnits(char c) =>
        Basic.Contains(c, StringComparison.Ordinal) ? 1
        : Extension.Contains(c, StringComparison.Ordinal) ? 2
        : 0;

    private static IEnumerable<int> Characters(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            yield return length;
            i += length;
        }
    }
}

public enum SmsEncoding
{
    /// <summary>The GSM 7 bit alphabet.</summary>
    Gsm7,

    /// <summary>16 bits a character; phones read it as UTF-16.</summary>
    Ucs2,
}
