using System.Collections.Concurrent;
using PayPage.Documents.Pdf;
using PayPage.Domain.Merchants;

namespace PayPage.Documents.Pictures;

/// <summary>Merchants' logos, each made ready for paper once: to unpack a picture of four million dots takes seconds, and a payer may ask for papers again and again.</summary>
internal static class LogoPictures
{
    // At print size a picture has at most 540 x 540 dots of four bytes, 1.2 MB.
    private const int MostKept = 32;

    private static readonly ConcurrentDictionary<string, Lazy<PdfPicture?>> Kept = new(StringComparer.Ordinal);

    /// <returns>Null for one that cannot be shown.</returns>
    public static PdfPicture? Of(MerchantLogo logo)
    {
        if (Kept.Count > MostKept)
        {
            Kept.Clear();    // rare enough, and whoever is in use comes back
        }

        return Kept.GetOrAdd(logo.Hash, _ => new Lazy<PdfPicture?>(() => LogoPicture.Read(logo.Bytes))).Value;    // the address tells what the picture is
    }
}
