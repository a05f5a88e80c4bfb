namespace PayPage.Unit.Simulation;

/// <summary>The clock that one process reads: true time, off by what its host is off, and by a little of its own.</summary>
/// <remarks>Processes on one SQLite file share a host and jump together; on SQL Server each is put right by the database's clock, but for a moment's rest.</remarks>
internal sealed class NodeClock(SimClock truth, Func<TimeSpan> hostIsOff, TimeSpan restIsOff) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => truth.GetUtcNow() + hostIsOff() + restIsOff;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => truth.CreateTimer(callback, state, dueTime, period);
}
