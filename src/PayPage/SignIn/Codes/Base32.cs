using System.Text;

namespace PayPage.SignIn.Codes;

/// <summary>Keys as people type them into an authenticator app: RFC 4648 6, without padding.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsInLetter = 5;
    private const int BitsInByte = 8;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);

        foreach (var value in bytes)
        {
            held = (held << BitsInByte) | value;

            for (bits += BitsInByte; bits >= BitsInLetter; bits -= BitsInLetter)
            {
                text.Append(Alphabet[(held >> (bits - BitsInLetter)) & 0x1F]);
            }

            held &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(held << (BitsInLetter - bits)) & 0x1F]).ToString();
    }

    /// <param name="text">As <see cref="Encode"/> wrote it.</param>
    /// <exception cref="FormatException">It holds another letter.</exception>
    public static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);

        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            held = (held << BitsInLetter) | (value >= 0 ? value : throw new FormatException("Not a letter of base32."));
            bits += BitsInLetter;

            if (bits >= BitsInByte)
            {
                bits -= BitsInByte;
                bytes.Add((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
