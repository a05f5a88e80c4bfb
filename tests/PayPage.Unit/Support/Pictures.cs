using System.Text;
using PayPage.Unit.Documents;

namespace PayPage.Unit.Support;

/// <summary>Files that somebody might choose as a logo: sound ones, dressed ones, and ones that are something else.</summary>
internal static class Pictures
{
    /// <summary>What must never be found in a stored picture.</summary>
    public const string Secret = "52.3702N 4.8952E taken by Tanya";

    private const int BehindHeader = 33;    // of a PNG: eight bytes of mark, 25 of header

    // Sixteen pixels square, from red to blue.
    private const string JpegText = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8"
        + "U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFRABAQAA"
        + "AAAAAAAAAAAAAAAAABP/xAAUAQEAAAAAAAAAAAAAAAAAAAAF/8QAFhEAAwAAAAAAAAAAAAAAAAAAABVh/9oADAMBAAIRAxEAPwDGoUS0KEFsFGFP/9k=";

    private static byte[] SecretBytes => Encoding.ASCII.GetBytes(Secret);

    public static byte[] Png(int width = 64, int height = 64) => PngMaker.Make(width, height, 8, 2, false, (x, y, channel) => (x * (channel + 1)) ^ y);

    public static byte[] Jpeg() => Convert.FromBase64String(JpegText);

    /// <summary>With a text, an Exif block, the time, and a picture that moves: whatever may tell of its maker.</summary>
    public static byte[] TalkativePng()
    {
        var png = Png();
        return
        [
            .. png[..BehindHeader],
            .. PngMaker.Chunk("tEXt"u8, [.. "Comment\0"u8, .. SecretBytes]),
            .. PngMaker.Chunk("eXIf"u8, SecretBytes),
            .. PngMaker.Chunk("iCCP"u8, SecretBytes),
            .. PngMaker.Chunk("acTL"u8, [0, 0, 0, 1, 0, 0, 0, 0]),
            .. png[BehindHeader..^12],
            .. PngMaker.Chunk("iTXt"u8, SecretBytes),
            .. png[^12..],
        ];
    }

    /// <summary>With Exif, a profile and a comment.</summary>
    public static byte[] TalkativeJpeg()
    {
        var jpeg = Jpeg();
        return [.. jpeg[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. SecretBytes]), .. Segment(0xE2, SecretBytes), .. Segment(0xFE, SecretBytes), .. jpeg[2..]];
    }

    /// <summary>A PNG with another chunk behind its header.</summary>
    public static byte[] PngWith(ReadOnlySpan<byte> type, byte[] data)
    {
        var png = Png();
        return [.. png[..BehindHeader], .. PngMaker.Chunk(type, data), .. png[BehindHeader..]];
    }

    private static byte[] Segment(byte mark, byte[] data) => [0xFF, mark, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];
}
