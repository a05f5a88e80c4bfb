namespace PayPage.Domain.Merchants;

/// <summary>Unpacks the pixels of a GIF (its appendix F: LZW with codes that grow to twelve bits).</summary>
internal static class GifPixels
{
    private const int MostBits = 12;
    private const int MostCodes = 1 << MostBits;

    /// <param name="bits">Of a colour, as the file says.</param>
    /// <param name="count">How many pixels there are to be.</param>
    /// <param name="colors">How many colours there are.</param>
    /// <returns>Null where there are fewer, or what cannot be.</returns>
    public static byte[]? Unpack(ReadOnlySpan<byte> packed, int bits, int count, int colors)
    {
        if (bits is < 2 or > 8)
        {
            return null;
        }

        var (clear, end) = (1 << bits, (1 << bits) + 1);
        var (before, last, length) = (new int[MostCodes], new byte[MostCodes], new int[MostCodes]);
        var pixels = new byte[count];
        var (known, size, previous, written) = (end + 1, bits + 1, -1, 0);
        var (buffer, held) = (0, 0);

        for (var code = 0; code < clear; code++)
        {
            (before[code], last[code], length[code]) = (-1, (byte)code, 1);
        }

        foreach (var next in packed)
        {
            buffer |= next << held;
            held += 8;

            while (held >= size && written < count)
            {
                var code = buffer & ((1 << size) - 1);
                buffer >>= size;
                held -= size;

                if (code == clear)
                {
                    (known, size, previous) = (end + 1, bits + 1, -1);
                    continue;
                }

                // What is said must be known, but for the word that is just being made.
                if (code == end || code > known || (code == known && previous < 0) || (code < known && code >= clear && code <= end))
                {
                    return null;
                }

                if (previous >= 0 && known < MostCodes)
                {
                    (before[known], length[known]) = (previous, length[previous] + 1);
                    last[known] = First(code == known ? previous : code, before, last);
                    known++;
                    size += known == 1 << size && size < MostBits ? 1 : 0;
                }
                else if (code >= known)
                {
                    return null;
                }

                if (!Write(code, before, last, length[code], pixels, ref written, colors))
                {
                    return null;
                }

                previous = code;
            }
        }

        return written == count ? pixels : null;
    }

    private static byte First(int code, int[] before, byte[] last)
    {
        while (before[code] >= 0)
        {
            code = before[code];
        }

        return last[code];
    }

    /// <summary>Words are known by their ends: they are written from there.</summary>
    private static bool Write(int code, int[] before, byte[] last, int length, byte[] pixels, ref int written, int colors)
    {
        var at = written + length;
        written = Math.Min(at, pixels.Length);

        for (; code >= 0; code = before[code])
        {
            if (last[code] >= colors)
            {
                return false;
            }

            if (--at < pixels.Length)
            {
                pixels[at] = last[code];
            }
        }

        return true;
    }
}
