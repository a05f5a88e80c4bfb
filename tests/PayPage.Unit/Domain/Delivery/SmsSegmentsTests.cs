using PayPage.Domain.Delivery;

namespace PayPage.Unit.Domain.Delivery;

public sealed class SmsSegmentsTests
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    public static TheoryData<string, SmsEncoding, int, int> Texts => new()
    {
        { "", SmsEncoding.Gsm7, 0, 1 },
        { "Hello", SmsEncoding.Gsm7, 5, 1 },
        { Basic, SmsEncoding.Gsm7, 127, 1 },
        { "\f^{}\\[~]|€", SmsEncoding.Gsm7, 20, 1 },
        { Many("a", 160), SmsEncoding.Gsm7, 160, 1 },
        { Many("a", 161), SmsEncoding.Gsm7, 161, 2 },
        { Many("a", 306), SmsEncoding.Gsm7, 306, 2 },
        { Many("a", 307), SmsEncoding.Gsm7, 307, 3 },
        { Many("€", 80), SmsEncoding.Gsm7, 160, 1 },
        { "a" + Many("€", 80), SmsEncoding.Gsm7, 161, 2 },

        // 153 is odd: an escape pair that would begin at the last place moves on whole, and leaves that place empty.
        { Many("€", 152), SmsEncoding.Gsm7, 304, 2 },
        { Many("€", 153), SmsEncoding.Gsm7, 306, 3 },
        { Many("a", 152) + "€" + Many("a", 151), SmsEncoding.Gsm7, 305, 2 },
        { Many("a", 152) + "€" + Many("a", 152), SmsEncoding.Gsm7, 306, 3 },

        { "ç", SmsEncoding.Ucs2, 1, 1 },
        { "`", SmsEncoding.Ucs2, 1, 1 },
        { "“quoted”", SmsEncoding.Ucs2, 8, 1 },
        { "فاتورة", SmsEncoding.Ucs2, 6, 1 },
        { Many("я", 70), SmsEncoding.Ucs2, 70, 1 },
        { Many("я", 71), SmsEncoding.Ucs2, 71, 2 },
        { Many("я", 134), SmsEncoding.Ucs2, 134, 2 },
        { Many("я", 135), SmsEncoding.Ucs2, 135, 3 },
        { Many("💐", 35), SmsEncoding.Ucs2, 70, 1 },
        { Many("💐", 36), SmsEncoding.Ucs2, 72, 2 },

        // 67 is odd too.
        { Many("💐", 66), SmsEncoding.Ucs2, 132, 2 },
        { Many("💐", 67), SmsEncoding.Ucs2, 134, 3 },
        { Many("я", 66) + "💐" + Many("я", 66), SmsEncoding.Ucs2, 134, 3 },
        { "\uD83D", SmsEncoding.Ucs2, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_takes_as_many_segments_as_the_standard_says(string text, SmsEncoding encoding, int units, int segments) =>
        Assert.Equal(new SmsSegments(encoding, units, segments), SmsSegments.Of(text));

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
