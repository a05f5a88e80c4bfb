using System.Threading.RateLimiting;
using PayPage.Hosting;

namespace PayPage.Unit.Site;

public sealed class RateFencesWindowTests
{
    private readonly TurnedClock _clock = new();

    [Fact]
    public void So_many_go_through_and_the_next_is_told_how_long_to_wait()
    {
        using var window = new RateFencesWindow(3, TimeSpan.FromMinutes(1), _clock);

        for (var i = 0; i < 3; i++)
        {
            Assert.Null(Wait(window));
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(TimeSpan.FromSeconds(30), Wait(window));
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(TimeSpan.FromSeconds(1), Wait(window));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Wait(window));
    }

    [Fact]
    public void Refusals_do_not_prolong_the_wait()
    {
        using var window = new RateFencesWindow(1, TimeSpan.FromMinutes(1), _clock);
        Assert.Null(Wait(window));

        for (var i = 0; i < 59; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.NotNull(Wait(window));
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Wait(window));
    }

    [Fact]
    public void It_is_idle_only_when_its_time_is_over_so_that_no_count_is_dropped_early()
    {
        using var window = new RateFencesWindow(1, TimeSpan.FromMinutes(1), _clock);
        Assert.Null(Wait(window));

        Assert.Null(window.IdleDuration);
        _clock.Advance(TimeSpan.FromSeconds(75));
        Assert.Equal(TimeSpan.FromSeconds(15), window.IdleDuration);
    }

    [Fact]
    public async Task Of_many_at_once_no_more_than_so_many_go_through()
    {
        using var window = new RateFencesWindow(10, TimeSpan.FromMinutes(1), _clock);

        var waits = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Wait(window), TestContext.Current.CancellationToken)));

        Assert.Equal(10, waits.Count(wait => wait is null));
    }

    private static TimeSpan? Wait(RateLimiter window)
    {
        using var lease = window.AttemptAcquire();
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
    }

    private sealed class TurnedClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;
    }
}
