using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace PayPage.Api.Batches;

/// <summary>A request's body as it comes in, in pieces of any size.</summary>
internal static class RequestPieces
{
    /// <returns>Each piece is good until the next is asked for.</returns>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> OfAsync(PipeReader body, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var read = await body.ReadAsync(ct);

            foreach (var piece in read.Buffer)
            {
                yield return piece;
            }

            body.AdvanceTo(read.Buffer.End);

            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }
}
