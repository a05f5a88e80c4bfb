using System.IO.Compression;
using PayPage.Domain.Delivery;
using PayPage.Domain.Documents;

namespace PayPage.Documents.Evidence;

/// <summary>Files in a ZIP file. PDF files are packed already: they are stored as they are.</summary>
internal sealed class ZipPacker : IFilePacker
{
    public byte[] Pack(IReadOnlyList<MailFile> files, DateTimeOffset at)
    {
        using var packed = new MemoryStream();

        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = zip.CreateEntry(file.Name, CompressionLevel.NoCompression);
                entry.LastWriteTime = at;
                using var content = entry.Open();
                content.Write(file.Content.Span);
            }
        }

        return packed.ToArray();
    }
}
