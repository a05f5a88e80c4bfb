using System.Buffers.Binary;

namespace PayPage.Domain.Merchants;

/// <summary>A picture that may stand on a merchant's pages: a PNG or JPEG, by its own bytes and not by anybody's word.</summary>
/// <remarks>SVG is refused for good: it is a program. What is kept is served with a policy that lets nothing of it run.</remarks>
public sealed record LogoFile
{
    /// <summary>200 kB: the page itself weighs a tenth of that.</summary>
    public const int MostBytes = 200 * 1024;

    /// <summary>Along each side, in pixels: a browser unpacks four bytes for each.</summary>
    public const int MostPixels = 2000;

    private LogoFile(byte[] bytes, string contentType, int width, int height) => (Bytes, ContentType, Width, Height) = (bytes, contentType, width, height);

#pragma warning disable CA1819 // what is stored and sent
    public byte[] Bytes { get; }
#pragma warning restore CA1819

    public string ContentType { get; }

    public int Width { get; }

    public int Height { get; }

    /// <returns>Null when it is no such picture, is cut, or is too large.</returns>
    public static LogoFile? Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return null;
        }

        var (type, size) = PngSize(bytes) is { } png ? ("image/png", png) : ("image/jpeg", JpegSize(bytes) ?? default);

        return size is { Width: > 0 and <= MostPixels, Height: > 0 and <= MostPixels }
            ? new LogoFile(bytes, type, size.Width, size.Height)
            : null;
    }

    /// <summary>ISO/IEC 15948: eight fixed bytes, then the header chunk with width and height; IEND at the very end.</summary>
    private static (int Width, int Height)? PngSize(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 45 && bytes.StartsWith(PngMark) && bytes[12..16].SequenceEqual("IHDR"u8) && bytes[^8..^4].SequenceEqual("IEND"u8)
            ? (Number(bytes[16..]), Number(bytes[20..]))
            : null;

    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>ITU T.81: segments, each with its length, until the frame header that tells the size; the end mark last.</summary>
    private static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 20 || bytes[0] != 0xFF || bytes[1] != 0xD8 || bytes[^2] != 0xFF || bytes[^1] != 0xD9)
        {
            return null;
        }

        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var mark = bytes[at + 1];

            // Frame headers are C0 to CF but for C4 (tables), C8 (reserved) and CC (arithmetic coding).
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static int Number(ReadOnlySpan<byte> bytes) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);
}
