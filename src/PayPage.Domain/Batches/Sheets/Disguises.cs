namespace PayPage.Domain.Batches.Sheets;

/// <summary>Files that are something else than they are called, told by their first bytes.</summary>
internal static class Disguises
{
    private const string Advice = "Open it where it was made, save it as CSV (UTF-8), and upload that.";

    private static readonly (byte[] Start, string Name)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04], "an Excel workbook or a ZIP archive"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
        ([0x1F, 0x8B], "a compressed file (gzip)"),
        ([0x42, 0x5A, 0x68], "a compressed file (bzip2)"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a compressed file (xz)"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a compressed file (zstd)"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        ([0x52, 0x61, 0x72, 0x21], "a RAR archive"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ([0x47, 0x49, 0x46, 0x38], "a picture (GIF)"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0x4D, 0x5A, 0x90, 0x00], "a program"),
        ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65], "a database"),
        ([.. "{\\rtf"u8], "a text document (RTF)"),
    ];

    /// <returns>Why it is not read; null when nothing speaks against it.</returns>
    public static string? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (start, name) in Known)
        {
            if (head.StartsWith(start))
            {
                return $"This is {name} and no CSV file, whatever its name says. {Advice}";
            }
        }

        return Markup(head) is { } markup ? $"This is {markup} and no CSV file. {Advice}" : null;
    }

    private static string? Markup(ReadOnlySpan<byte> head)
    {
        var text = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        text = text.TrimStart(" \r\n\t"u8);

        return text.IsEmpty ? null : text[0] switch
        {
            (byte)'<' => "a web page or XML",
            (byte)'{' or (byte)'[' => "JSON",
            _ => null,
        };
    }
}
