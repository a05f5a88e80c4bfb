namespace PayPage.Domain.Merchants;

/// <summary>What a file is that cannot be a logo, by its first bytes: whoever chose it must know what to change.</summary>
internal static class PictureKinds
{
    private const int Enough = 512;

    public static string NameOf(ReadOnlySpan<byte> file) => file switch
    {
        [] => "an empty file",
        _ when file.StartsWith("GIF8"u8) => "a GIF picture",
        _ when file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8) => "a WebP picture",
        _ when file.StartsWith("BM"u8) => "a BMP picture",
        _ when file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) => "a TIFF picture",
        _ when file.Length > 12 && file[4..].StartsWith("ftyp"u8) => "a picture or film in a format of phones (HEIC, AVIF, MP4)",
        _ when file.StartsWith("%PDF"u8) || file.StartsWith("%!PS"u8) => "a PDF or PostScript document",
        _ when file.StartsWith("PK"u8) => "an archive or an office document",
        _ when Begins(file).IndexOf("<svg"u8) >= 0 => "an SVG drawing, which can hold programs",
        _ when file.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<"u8) => "a web page or another text with markup",
        _ => "neither a PNG nor a JPEG picture",
    };

    private static ReadOnlySpan<byte> Begins(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, Enough)];
}
