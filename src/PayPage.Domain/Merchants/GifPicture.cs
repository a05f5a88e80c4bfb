using System.Buffers.Binary;

namespace PayPage.Domain.Merchants;

/// <summary>The first picture of a GIF file (GIF89a), for those who will keep it as a PNG: papers cannot show a GIF, and nobody wants a logo that moves.</summary>
public sealed record GifPicture
{
    private const int ScreenLength = 13;
    private const int PlaceLength = 10;
    private const byte Extension = 0x21;
    private const byte Control = 0xF9;
    private const byte Picture = 0x2C;
    private const int MostOfColor = 3;

    // Appendix E: rows come in four passes, each from its first row, so many apart.
    private static readonly (int First, int Step)[] Passes = [(0, 8), (4, 8), (2, 4), (1, 2)];

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Red, green and blue of each colour.</summary>
    public required ReadOnlyMemory<byte> Palette { get; init; }

    /// <summary>The colour through which the page is seen; null where there is none.</summary>
    public required int? Clear { get; init; }

    /// <summary>A colour for each pixel, row by row from the top; empty where the picture is larger than asked for.</summary>
    public required ReadOnlyMemory<byte> Pixels { get; init; }

    public static bool IsGif(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    /// <param name="most">Of a side, in pixels: a larger picture is measured and not unpacked.</param>
    /// <returns>Null where it is cut or damaged.</returns>
    public static GifPicture? Read(ReadOnlySpan<byte> file, int most)
    {
        if (!IsGif(file) || file.Length < ScreenLength)
        {
            return null;
        }

        var at = ScreenLength;
        var palette = TakePalette(file, file[10], ref at);
        int? clear = null;

        while (at < file.Length)
        {
            switch (file[at++])
            {
                case Extension when at < file.Length:
                    var isControl = file[at++] == Control;
                    var block = TakeBlocks(file, ref at);
                    clear = !isControl ? clear : block is [var flags, _, _, var color, ..] && (flags & 1) == 1 ? color : null;

                    if (block is null)
                    {
                        return null;
                    }

                    break;
                case Picture when at + PlaceLength <= file.Length:
                    return ReadPicture(file, at, palette, clear, most);
                default:
                    return null;
            }
        }

        return null;
    }

    private static GifPicture? ReadPicture(ReadOnlySpan<byte> file, int at, byte[]? palette, int? clear, int most)
    {
        var width = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 4)..]);
        var height = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 6)..]);
        var flags = file[at + 8];
        at += PlaceLength - 1;
        palette = TakePalette(file, flags, ref at) ?? palette;

        if (width == 0 || height == 0 || palette is null || at >= file.Length)
        {
            return null;
        }

        var picture = new GifPicture { Width = width, Height = height, Palette = palette, Clear = clear < palette.Length / MostOfColor ? clear : null, Pixels = default };

        if (width > most || height > most)
        {
            return picture;
        }

        var bits = file[at++];
        return TakeBlocks(file, ref at) is { } packed && GifPixels.Unpack(packed, bits, width * height, palette.Length / MostOfColor) is { } pixels
            ? picture with { Pixels = (flags & 0x40) == 0 ? pixels : InOrder(pixels, width, height) }
            : null;
    }

    /// <returns>Null where none stands here, or it is cut.</returns>
    private static byte[]? TakePalette(ReadOnlySpan<byte> file, byte flags, ref int at)
    {
        var length = (flags & 0x80) == 0 ? 0 : MostOfColor * (2 << (flags & 7));

        if (length == 0 || at + length > file.Length)
        {
            return null;
        }

        at += length;
        return file.Slice(at - length, length).ToArray();
    }

    /// <returns>What stands in blocks of up to 255 bytes, put together; null where they are cut.</returns>
    private static byte[]? TakeBlocks(ReadOnlySpan<byte> file, ref int at)
    {
        var all = new List<byte>();

        while (at < file.Length)
        {
            var length = file[at++];

            if (length == 0)
            {
                return [.. all];
            }

            if (at + length > file.Length)
            {
                return null;
            }

            all.AddRange(file.Slice(at, length));
            at += length;
        }

        return null;
    }

    private static byte[] InOrder(byte[] pixels, int width, int height)
    {
        var ordered = new byte[pixels.Length];
        var from = 0;

        foreach (var (first, step) in Passes)
        {
            for (var row = first; row < height; row += step, from += width)
            {
                pixels.AsSpan(from, width).CopyTo(ordered.AsSpan(row * width));
            }
        }

        return ordered;
    }
}
