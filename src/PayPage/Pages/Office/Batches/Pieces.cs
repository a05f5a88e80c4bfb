using System.Buffers;
using System.Runtime.CompilerServices;

namespace PayPage.Pages.Office.Batches;

/// <summary>What somebody uploads, in pieces, as use cases take it.</summary>
internal static class Pieces
{
    private const int Size = 64 * 1024;

    /// <returns>Each piece is good until the next is asked for.</returns>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> OfAsync(Stream content, [EnumeratorCancellation] CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Size);

        try
        {
            while (await content.ReadAsync(buffer, ct) is > 0 and var read)
            {
                yield return buffer.AsMemory(0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
