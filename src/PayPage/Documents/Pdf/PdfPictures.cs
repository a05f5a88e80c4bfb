using System.Globalization;

namespace PayPage.Documents.Pdf;

/// <summary>The pictures of one document.</summary>
internal sealed class PdfPictures
{
    private readonly List<PdfPicture> _pictures = [];

    /// <returns>The picture's name in page content.</returns>
    public string Use(PdfPicture picture)
    {
        var at = _pictures.IndexOf(picture);

        if (at < 0)
        {
            at = _pictures.Count;
            _pictures.Add(picture);
        }

        return Name(at);
    }

    /// <returns>The dictionary of all pictures by name.</returns>
    public string WriteTo(PdfFile file) => $"<<{string.Concat(_pictures.Select((picture, i) => $"/{Name(i)} {PdfSyntax.Reference(Write(picture, file))}"))}>>";

    private static string Name(int at) => $"I{PdfSyntax.Number(at + 1)}";

    private static int Write(PdfPicture picture, PdfFile file)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}/BitsPerComponent 8");

        if (picture.Jpeg is { } inks)
        {
            return file.AddReadyStream($"{size}{Space(inks)}/Filter/DCTDecode", picture.Colors);
        }

        var mask = picture.Opacity is { } opacity ? $"/SMask {PdfSyntax.Reference(file.AddStream($"{size}{Space(1)}", opacity))}" : "";
        return file.AddStream($"{size}{Space(3)}{mask}", picture.Colors);
    }

    private static string Space(int inks) => inks switch
    {
        1 => "/ColorSpace/DeviceGray",
        3 => "/ColorSpace/DeviceRGB",
        _ => "/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]",    // Adobe's programs write these four turned round, and others follow
    };
}
