using System.Buffers.Binary;
using System.Text;

namespace PayPage.Domain.Merchants;

/// <summary>A PNG file taken apart (ISO/IEC 15948). Kept are header, palette, clear colours, pixels and end: no text, place, time, profile or film.</summary>
internal static class PngParts
{
    private const int HeaderLength = 13;
    private const int Around = 12;    // length, type and check sum of a chunk

    private static readonly string[] Drawing = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(PngFile.Mark);

    public static PictureParts Read(ReadOnlySpan<byte> file)
    {
        var clean = new List<byte>(file.Length);
        clean.AddRange(PngFile.Mark);
        var (width, height, hasPixels) = (0, 0, false);

        for (var at = PngFile.Mark.Length; IsChunk(file[at..]);)
        {
            var chunk = file.Slice(at, Around + (int)BinaryPrimitives.ReadUInt32BigEndian(file[at..]));
            var type = Encoding.ASCII.GetString(chunk[4..8]);
            at += chunk.Length;

            // The header comes first and once; what must be understood and is not makes it another picture.
            if ((type == "IHDR") != (clean.Count == PngFile.Mark.Length) || (!Drawing.Contains(type) && IsNeeded(type)))
            {
                break;
            }

            if (type == "IHDR" && chunk.Length == Around + HeaderLength)
            {
                (width, height) = (Size(chunk[8..]), Size(chunk[12..]));
            }

            if (Drawing.Contains(type))
            {
                clean.AddRange(chunk);
                hasPixels |= type == "IDAT";
            }

            if (type == "IEND")
            {
                return width == 0 || height == 0 || !hasPixels ? PictureParts.Faulty(PictureFault.Broken)
                    : at != file.Length ? PictureParts.Faulty(PictureFault.SomethingBehind)
                    : new PictureParts(null, width, height, [.. clean]);
            }
        }

        return PictureParts.Faulty(PictureFault.Broken);
    }

    /// <summary>Whether a whole chunk stands here that its check sum fits.</summary>
    private static bool IsChunk(ReadOnlySpan<byte> rest) =>
        rest.Length >= Around
        && BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length <= rest.Length - Around
        && PngFile.CheckSum(rest.Slice(4, (int)length + 4)) == BinaryPrimitives.ReadUInt32BigEndian(rest[((int)length + 8)..]);

    /// <summary>A chunk whose type begins with a capital letter must be understood by whoever shows the picture (5.4).</summary>
    private static bool IsNeeded(string type) => !char.IsAsciiLetterLower(type[0]);

    private static int Size(ReadOnlySpan<byte> bytes) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);
}
