using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.UseCases;

/// <summary>Removes proofs of commits that nobody can be waiting for any more.</summary>
internal sealed class ForgetCommits(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task HandleAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;

        if (await db.CommitMarks.AnyAsync(m => m.At < before, ct))
        {
            await write.RunAsync((unit, token) => unit.Db.CommitMarks.Where(m => m.At < before).ExecuteDeleteAsync(token), ct);
        }
    }
}
