namespace PayPage.Documents.Pdf;

/// <summary>A picture as a PDF file holds it.</summary>
/// <param name="Colors">Three bytes for each pixel (RGB), row by row from the top; or a whole JPEG file.</param>
/// <param name="Opacity">One byte for each pixel, 0 to 255; null where all is opaque.</param>
/// <param name="Jpeg">Null for RGB; else how many colours the JPEG mixes: 1, 3 or 4.</param>
internal sealed record PdfPicture(int Width, int Height, byte[] Colors, byte[]? Opacity = null, int? Jpeg = null);
