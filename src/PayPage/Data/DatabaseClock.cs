using Microsoft.EntityFrameworkCore;

namespace PayPage.Data;

/// <summary>The clock by which many nodes agree on deadlines: this node's own, put right by how far the database's is from it.</summary>
/// <remarks>On SQLite there is one host and so one clock: the offset stays zero.</remarks>
public sealed class DatabaseClock(TimeProvider own) : TimeProvider
{
    private long _offsetTicks;

    /// <summary>What is added to this node's clock.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public override DateTimeOffset GetUtcNow() => own.GetUtcNow() + Offset;

    /// <summary>Asks SQL Server for its time. The answer is taken to stand for the middle of the question's way there and back.</summary>
    public async Task MeasureAsync(PayPageDbContext db, CancellationToken ct)
    {
        var asked = own.GetUtcNow();
        var told = await db.Database.SqlQueryRaw<DateTime>("SELECT SYSUTCDATETIME() AS Value").SingleAsync(ct);
        Set(asked, new DateTimeOffset(DateTime.SpecifyKind(told, DateTimeKind.Utc)), own.GetUtcNow());
    }

    internal void Set(DateTimeOffset asked, DateTimeOffset told, DateTimeOffset heard) =>
        Interlocked.Exchange(ref _offsetTicks, (told - (asked + ((heard - asked) / 2))).Ticks);
}
