using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Verifying;

/// <summary>Lets the books be checked once a night, by one node, and says so where operators look. It changes nothing of what it checks.</summary>
internal sealed partial class VerifyNightly(PayPageDbContext db, WriteSeam write, VerifyBooks verify, TimeProvider clock, ILogger<VerifyNightly> log)
{
    /// <summary>In UTC: most merchants sleep, or business is over.</summary>
    internal const int Hour = 2;

    private const int MostKept = 400;
    private static readonly TimeSpan Lease = TimeSpan.FromHours(3);

    /// <returns>Whether it was this node's turn.</returns>
    public async Task<bool> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);

        if (now.Hour < Hour || !await IsDueAsync(db, day, now, ct) || !await write.RunAsync((unit, token) => ClaimAsync(unit, day, now, token), ct))
        {
            return false;
        }

        var report = await verify.HandleAsync(ct);
        var words = string.Join('\n', report.Broken);
        await write.RunAsync(
            async (unit, token) => (await unit.Db.BooksChecks.SingleAsync(c => c.Day == day, token)).Finish(report.Invoices, report.BrokenCount, words, clock.GetUtcNow()), ct);

        if (report.BrokenCount > 0)
        {
            LogBroken(report.BrokenCount, report.Invoices, report.Broken[0]);
        }
        else
        {
            LogTrue(report.Invoices);
        }

        return true;
    }

    private static Task<bool> IsDueAsync(PayPageDbContext from, DateOnly day, DateTimeOffset now, CancellationToken ct) =>
        from.BooksChecks.AllAsync(c => c.Day != day || (c.FinishedAt == null && c.LeaseUntil < now), ct);

    private static async Task<bool> ClaimAsync(Unit unit, DateOnly day, DateTimeOffset now, CancellationToken ct)
    {
        if (!await IsDueAsync(unit.Db, day, now, ct))
        {
            return false;    // another node was first: the day is the key
        }

        if (await unit.Db.BooksChecks.SingleOrDefaultAsync(c => c.Day == day, ct) is { } dead)
        {
            dead.LeaseUntil = now + Lease;
        }
        else
        {
            unit.Db.BooksChecks.Add(new BooksCheck { Day = day, StartedAt = now, LeaseUntil = now + Lease });
        }

        var oldest = day.AddDays(-MostKept);
        await unit.Db.BooksChecks.Where(c => c.Day < oldest).ExecuteDeleteAsync(ct);
        return true;
    }

    [LoggerMessage(3121, LogLevel.Error, "The books are wrong in {Count} places of {Invoices} invoices. A person must look: run the command verify-books. The first: {First}")]
    private partial void LogBroken(int count, long invoices, BrokenRule first);

    [LoggerMessage(3122, LogLevel.Information, "The books of {Invoices} invoices are right.")]
    private partial void LogTrue(long invoices);
}
