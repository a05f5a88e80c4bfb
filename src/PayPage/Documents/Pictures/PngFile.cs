using System.Buffers.Binary;
using System.IO.Compression;
using PayPage.Documents.Pdf;

namespace PayPage.Documents.Pictures;

/// <summary>Unpacks PNG files (ISO/IEC 15948) of every colour type, depth and interlace. Gamma and colour profiles are not applied.</summary>
internal static class PngFile
{
    // ISO/IEC 15948, 8.2: where each of the seven passes begins and how far apart its pixels lie.
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static readonly (int X, int Y, int StepX, int StepY)[] AllAtOnce = [(0, 0, 1, 1)];

    private static ReadOnlySpan<byte> Mark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null when it is no PNG, is broken, or is larger than a logo may be.</returns>
    public static PdfPicture? Read(byte[] bytes)
    {
        try
        {
            return Unpack(bytes);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static PdfPicture? Unpack(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith(Mark))
        {
            return null;
        }

        PngHeader? header = null;
        var (palette, transparent) = (Array.Empty<byte>(), Array.Empty<byte>());
        using var packed = new MemoryStream();

        for (var at = Mark.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var type = bytes.AsSpan(at + 4, 4);
            var data = bytes.AsSpan(at + 8, length);

            if (type.SequenceEqual("IHDR"u8))
            {
                header = PngHeader.Read(data);
            }
            else if (type.SequenceEqual("PLTE"u8))
            {
                palette = data.ToArray();
            }
            else if (type.SequenceEqual("tRNS"u8))
            {
                transparent = data.ToArray();
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            at += 12 + length;
        }

        packed.Position = 0;
        return header is null ? null : Pixels(header, new PngPixels(header, palette, transparent), packed);
    }

    private static PdfPicture Pixels(PngHeader header, PngPixels pixels, MemoryStream packed)
    {
        using var samples = new ZLibStream(packed, CompressionMode.Decompress);

        foreach (var (x, y, stepX, stepY) in header.IsInterlaced ? Adam7 : AllAtOnce)
        {
            var (width, height) = ((header.Width - x + stepX - 1) / stepX, (header.Height - y + stepY - 1) / stepY);

            if (width == 0 || height == 0)
            {
                continue;
            }

            var (row, previous) = (new byte[header.RowLength(width)], new byte[header.RowLength(width)]);

            for (var i = 0; i < height; i++)
            {
                var filter = samples.ReadByte();
                samples.ReadExactly(row);
                PngFilter.Undo(filter, row, previous, Math.Max(1, header.BitsPerPixel / 8));
                pixels.Take(row, width, x, stepX, y + (i * stepY));
                (row, previous) = (previous, row);
            }
        }

        return pixels.ToPicture();
    }
}
