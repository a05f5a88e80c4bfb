using System.Buffers.Binary;
using System.IO.Compression;
using PayPage.Domain.Merchants;

namespace PayPage.Documents;

/// <summary>A picture of at most 256 colours as a PNG file (ISO/IEC 15948).</summary>
internal static class PalettePng
{
    private const byte BitsOfIndex = 8;
    private const byte OfPalette = 3;

    public static byte[] Write(GifPicture picture)
    {
        using var file = new MemoryStream();
        file.Write(PngFile.Mark);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (BitsOfIndex, OfPalette);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "PLTE"u8, picture.Palette.Span);

        if (picture.Clear is { } clear)
        {
            WriteChunk(file, "tRNS"u8, [.. Enumerable.Repeat(byte.MaxValue, clear), 0]);
        }

        WriteChunk(file, "IDAT"u8, Packed(picture));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Packed(GifPicture picture)
    {
        using var packed = new MemoryStream();

        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var row = 0; row < picture.Height; row++)
            {
                zip.WriteByte(0);    // as they are: no difference to the row before
                zip.Write(picture.Pixels.Span.Slice(row * picture.Width, picture.Width));
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> figure = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(figure, content.Length);
        file.Write(figure);
        var start = (int)file.Length;
        file.Write(type);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(figure, PngFile.CheckSum(file.GetBuffer().AsSpan(start, (int)file.Length - start)));
        file.Write(figure);
    }
}
