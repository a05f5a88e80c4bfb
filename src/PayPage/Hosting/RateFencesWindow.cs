using System.Threading.RateLimiting;

namespace PayPage.Hosting;

/// <summary>So many in a span of time, which begins with the first of them.</summary>
/// <remarks>
/// The library's own fixed window has a clock that tests cannot turn, and names the whole span as the time to wait, however little of it is left.
/// </remarks>
/// <param name="most">1 or more.</param>
/// <param name="dropped">Called once, when nobody keeps this count any more.</param>
internal sealed class RateFencesWindow(int most, TimeSpan span, TimeProvider clock, Action? dropped = null) : RateLimiter
{
    private readonly Lock _gate = new();
    private long _began;
    private Action? _dropped = dropped;
    private int _used;

    /// <summary>Null while the span lasts; then since when nobody came. After that a partition is dropped.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
            {
                var left = Left();
                return left > TimeSpan.Zero ? null : -left;
            }
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_gate)
        {
            if (Left() <= TimeSpan.Zero)
            {
                (_began, _used) = (clock.GetTimestamp(), 0);
            }

            if (_used + permitCount > most)
            {
                return new Lease(false, Left());
            }

            _used += permitCount;
            return new Lease(true, TimeSpan.Zero);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(permitCount));

    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref _dropped, null)?.Invoke();
        base.Dispose(disposing);
    }

    private TimeSpan Left() => _used == 0 ? TimeSpan.Zero : span - clock.GetElapsedTime(_began);

    private sealed class Lease(bool acquired, TimeSpan retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => acquired ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = !acquired && metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
