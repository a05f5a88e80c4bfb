using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.UseCases.Fences;

/// <summary>Removes counts of networks whose span is over. Safe to repeat, on any number of nodes.</summary>
internal sealed class ForgetAddresses(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    // Longer than a span, so that nobody's count is removed while another unit raises it.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public async Task HandleAsync(CancellationToken ct)
    {
        var (oldest, newest) = (clock.GetUtcNow() - Kept, clock.GetUtcNow() + Kept);

        if (await db.AddressCounts.AnyAsync(a => a.Began < oldest || a.Began > newest, ct))
        {
            await write.RunAsync((unit, token) => unit.Db.AddressCounts.Where(a => a.Began < oldest || a.Began > newest).ExecuteDeleteAsync(token), ct);
        }
    }
}
