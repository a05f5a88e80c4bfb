using System.Buffers.Binary;

namespace PayPage.Domain.Merchants;

/// <summary>A JPEG file taken apart (ITU T.81). Kept are tables, frame and scans, and which colours the numbers mean: no Exif, place, profile, comment or thumbnail.</summary>
internal static class JpegParts
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const int PlainJfif = 16;     // without a thumbnail
    private const int PlainAdobe = 14;

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.Length > 3 && file[0] == 0xFF && file[1] == StartOfImage && file[2] == 0xFF;

    public static PictureParts Read(ReadOnlySpan<byte> file)
    {
        var clean = new List<byte>(file.Length);
        clean.AddRange(file[..2]);
        var (width, height, hasScan) = (0, 0, false);

        for (var at = 2; at + 1 < file.Length && file[at] == 0xFF;)
        {
            var mark = file[at + 1];

            if (mark == 0xFF)
            {
                at++;    // any number of these may stand before a mark (B.1.1.2)
                continue;
            }

            if (mark == EndOfImage)
            {
                clean.AddRange(file.Slice(at, 2));
                return width == 0 || height == 0 || !hasScan ? PictureParts.Faulty(PictureFault.Broken)
                    : at + 2 != file.Length ? PictureParts.Faulty(PictureFault.SomethingBehind)
                    : new PictureParts(null, width, height, [.. clean]);
            }

            if (SegmentLength(file[at..]) is not { } length)
            {
                break;
            }

            var segment = file.Slice(at, length);
            at += length;

            if (IsFrame(mark))
            {
                if (width > 0 || !IsCommonFrame(mark, segment))
                {
                    return PictureParts.Faulty(PictureFault.UnusualKind);
                }

                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            }

            if (!IsKept(mark, segment))
            {
                continue;
            }

            clean.AddRange(segment);

            if (mark == StartOfScan)
            {
                var pixels = ScanLength(file[at..]);
                clean.AddRange(file.Slice(at, pixels));
                (at, hasScan) = (at + pixels, true);
            }
        }

        return PictureParts.Faulty(PictureFault.Broken);
    }

    /// <returns>With the two bytes of its mark; null where no whole segment stands here.</returns>
    private static int? SegmentLength(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 4 || rest[1] is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
        {
            return null;
        }

        var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
        return length >= 4 && length <= rest.Length ? length : null;
    }

    /// <summary>C0 to CF but for C4 (tables), C8 (reserved) and CC (arithmetic coding).</summary>
    private static bool IsFrame(byte mark) => mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Baseline, extended or progressive, of eight bits, grey or with three or four colours: what browsers and readers of PDF know.</summary>
    private static bool IsCommonFrame(byte mark, ReadOnlySpan<byte> segment) =>
        mark is >= 0xC0 and <= 0xC2 && segment.Length >= 10 && segment[4] == 8 && segment[9] is 1 or 3 or 4 && segment.Length == 10 + (3 * segment[9]);

    private static bool IsKept(byte mark, ReadOnlySpan<byte> segment) => mark switch
    {
        0xE0 => segment.Length == 2 + PlainJfif && segment[4..].StartsWith("JFIF\0"u8),
        0xEE => segment.Length == 2 + PlainAdobe && segment[4..].StartsWith("Adobe"u8),
        0xC4 or 0xDB or 0xDD or StartOfScan => true,    // tables of codes and of steps, restarts
        _ => IsFrame(mark),
    };

    /// <summary>Pixels go on until a mark that is neither a stuffed zero nor a restart (B.1.1.5).</summary>
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        var at = 0;

        while (at + 1 < rest.Length && !(rest[at] == 0xFF && rest[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))))
        {
            at++;
        }

        return at;
    }
}
