using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PayPage.Domain.Fort;

namespace PayPage.Api.Fort;

/// <summary>A multipart body: parameters, and a file that is not signed. The file is streamed where the parameters stand before it, as who sends it must be known first.</summary>
/// <param name="FileName">As the sender called it, without a path; null: there is no file.</param>
internal sealed record FortForm(FortCall Call, string? FileName, Stream Bytes)
{
    public const string File = "file";

    private const int MostParts = 40;
    private const int LongestValue = 1000;
    private const int PieceLength = 64 * 1024;

    // A file that comes before its signature waits in memory: nobody without one may have us keep more.
    private const int MostUnsigned = 1024 * 1024;

    /// <returns>Null when it is not such a body, or holds what no call of the dialect holds.</returns>
    /// <exception cref="InvalidDataException">The body is broken.</exception>
    public static async Task<FortForm?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary.Value!, request.Body);    // not null: it has a length
        var sent = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        (string Name, Stream Bytes)? file = null;

        for (var parts = 0; await reader.ReadNextSectionAsync(ct) is { } section; parts++)
        {
            if (parts == MostParts || section.GetContentDispositionHeader() is not { } head || HeaderUtilities.RemoveQuotes(head.Name).Value is not { } name)
            {
                return null;
            }

            if (!head.IsFileDisposition())
            {
                if (await ReadAsync(section.Body, LongestValue, ct) is not { } value || !sent.TryAdd(name, Encoding.UTF8.GetString(value.GetBuffer().AsSpan(0, (int)value.Length))))
                {
                    return null;
                }
            }
            else if (name != File || file is not null)
            {
                return null;
            }
            else if (sent.ContainsKey(FortSignature.Name))
            {
                return new FortForm(new FortCall(sent), NameOf(head), section.Body);
            }
            else if (await ReadAsync(section.Body, MostUnsigned, ct) is { } bytes)
            {
                file = (NameOf(head), bytes);
            }
            else
            {
                return null;
            }
        }

        return new FortForm(new FortCall(sent), file?.Name, file?.Bytes ?? Stream.Null);
    }

    /// <summary>Once, to its end.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> FileAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var piece = new byte[PieceLength];

        for (int read; (read = await Bytes.ReadAsync(piece, ct)) > 0;)
        {
            yield return piece.AsMemory(0, read);
        }
    }

    private static string NameOf(ContentDispositionHeaderValue head)
    {
        var name = HeaderUtilities.RemoveQuotes(head.FileNameStar.HasValue ? head.FileNameStar : head.FileName).ToString();
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    /// <returns>From its start; null when there is more than may be.</returns>
    private static async Task<MemoryStream?> ReadAsync(Stream body, int most, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        var piece = new byte[Math.Min(most, PieceLength)];

        for (int read; (read = await body.ReadAsync(piece, ct)) > 0;)
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(piece, 0, read);
        }

        bytes.Position = 0;
        return bytes;
    }
}
