using System.Buffers.Binary;
using PayPage.Documents.Pdf;

namespace PayPage.Documents.Pictures;

/// <summary>A JPEG file (ITU T.81), taken as it is: PDF readers unpack it themselves.</summary>
internal static class JpegFile
{
    private const int FrameLength = 10;

    /// <returns>Null for anything but a baseline or progressive JPEG of eight bits with one, three or four colours.</returns>
    public static PdfPicture? Read(byte[] bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        {
            return null;
        }

        for (var at = 2; at + FrameLength <= bytes.Length && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2)))
        {
            // C0 to C2 are baseline, extended and progressive frames; what else there is, readers of PDF need not know.
            if (bytes[at + 1] is >= 0xC0 and <= 0xC2)
            {
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 5)), BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 7)));
                var (bits, inks) = (bytes[at + 4], bytes[at + 9]);
                return bits == 8 && inks is 1 or 3 or 4 && width > 0 && height > 0 ? new PdfPicture(width, height, bytes, Jpeg: inks) : null;
            }
        }

        return null;
    }
}
