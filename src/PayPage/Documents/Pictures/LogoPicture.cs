using PayPage.Documents.Pdf;

namespace PayPage.Documents.Pictures;

/// <summary>A merchant's logo as a PDF file holds it.</summary>
internal static class LogoPicture
{
    /// <param name="bytes">A PNG or JPEG file.</param>
    /// <returns>Null for one that is broken, or of a kind that cannot be shown: the name's first letter stands for it then.</returns>
    public static PdfPicture? Read(byte[] bytes) => JpegFile.Read(bytes) ?? (PngFile.Read(bytes) is { } picture ? Shrink.ToPrint(picture) : null);
}
