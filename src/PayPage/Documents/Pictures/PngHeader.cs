using System.Buffers.Binary;

namespace PayPage.Documents.Pictures;

/// <summary>What a PNG file says of itself (ISO/IEC 15948, 11.2.2).</summary>
/// <param name="Depth">Bits of one sample: 1, 2, 4, 8 or 16.</param>
/// <param name="Samples">How many samples make one pixel.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, PngColor Color, int Samples, bool IsInterlaced)
{
    // Along each side: what a logo may have at the door.
    private const int MostPixels = 2000;

    public int BitsPerPixel => Depth * Samples;

    /// <returns>Null for what the standard does not allow, and for what is too large.</returns>
    public static PngHeader? Read(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length != 13)
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(chunk), BinaryPrimitives.ReadInt32BigEndian(chunk[4..]));
        var (depth, color, interlace) = (chunk[8], (PngColor)chunk[9], chunk[12]);
        var samples = (color, depth) switch
        {
            (PngColor.Grey, 1 or 2 or 4 or 8 or 16) or (PngColor.Palette, 1 or 2 or 4 or 8) => 1,
            (PngColor.GreyAlpha, 8 or 16) => 2,
            (PngColor.Rgb, 8 or 16) => 3,
            (PngColor.Rgba, 8 or 16) => 4,
            _ => 0,
        };

        var isSound = samples > 0 && width is > 0 and <= MostPixels && height is > 0 and <= MostPixels && chunk[10] == 0 && chunk[11] == 0 && interlace <= 1;
        return isSound ? new PngHeader(width, height, depth, color, samples, interlace == 1) : null;
    }

    /// <summary>Bytes of one row of samples, without the byte that names its filter.</summary>
    public int RowLength(int width) => ((width * BitsPerPixel) + 7) / 8;
}

internal enum PngColor : byte
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    Rgba = 6,
}
