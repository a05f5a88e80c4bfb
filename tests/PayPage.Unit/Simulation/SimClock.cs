namespace PayPage.Unit.Simulation;

/// <summary>A clock that moves only when a run says so. What waits for an instant is woken inside the call that reaches it.</summary>
internal sealed class SimClock(DateTimeOffset start) : TimeProvider
{
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by)
    {
        _now += by;

        foreach (var alarm in _alarms.Where(a => a.At <= _now).OrderBy(a => a.At).ToList())
        {
            alarm.Ring();
        }
    }

    /// <param name="period">Not kept: an alarm rings once.</param>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        _alarms.Add(alarm);
        return alarm;
    }

    private sealed class Alarm(SimClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            At = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
            return true;
        }

        public void Ring()
        {
            At = DateTimeOffset.MaxValue;
            callback(state);
        }

        public void Dispose() => clock._alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
