using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>Clears away uploads that never came to their end. May be repeated.</summary>
internal sealed class DropBatch(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    /// <summary>No upload takes as long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Only what is still being uploaded: of anything else something may have come.</summary>
    public Task HandleAsync(BatchId id, CancellationToken ct) => write.RunAsync(
        (unit, token) => unit.Db.Batches.Where(b => b.Id == id && b.Stage == BatchStage.Uploading).ExecuteDeleteAsync(token),    // its pieces go with it
        ct);

    public async Task DropOldAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Longest;

        foreach (var id in await db.Batches.Where(b => b.Stage == BatchStage.Uploading && b.CreatedAt < before).Select(b => b.Id).ToListAsync(ct))
        {
            await HandleAsync(id, ct);
        }
    }
}
