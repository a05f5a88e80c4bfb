using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>The bytes of a file as they were uploaded, one piece in memory at a time.</summary>
internal sealed class BatchBytes(IDbContextFactory<PayPageDbContext> contexts)
{
    public async IAsyncEnumerable<byte[]> ReadAsync(BatchId id, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var number = 0; ; number++)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);    // one each: no reader stays open while others write

            if (await db.BatchPieces.AsNoTracking().SingleOrDefaultAsync(p => p.BatchId == id && p.Number == number, ct) is not { } piece)
            {
                yield break;
            }

            yield return piece.Bytes;
        }
    }
}
