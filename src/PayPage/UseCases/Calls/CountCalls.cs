using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Calls;

/// <summary>Counts the calls of each API key: so many in a minute, which begins with the first of them. This node's own, in memory. One for the process.</summary>
/// <remarks>Bounded by the number of keys there are: only those that were proven are counted.</remarks>
internal sealed class CountCalls(IOptions<CallLimitOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<ApiKeyId, Window> _windows = new();

    /// <summary>Counts one more, where there is room for it.</summary>
    public Count Take(ApiKeyId key) => _windows.GetOrAdd(key, _ => new Window()).Take(options.Value.ApiCallsPerMinute, clock.GetUtcNow());

    private sealed class Window
    {
        private readonly Lock _turn = new();
        private DateTimeOffset _began;
        private int _used;

        public Count Take(int most, DateTimeOffset now)
        {
            lock (_turn)
            {
                // A clock that was set back begins a new minute as well: nobody waits for hours.
                if (now - _began >= Span || now < _began)
                {
                    (_began, _used) = (now, 0);
                }

                var isOver = _used >= most;
                _used += isOver ? 0 : 1;
                return new Count(most, most - _used, _began + Span - now, isOver);
            }
        }
    }

    /// <param name="Most">In a minute.</param>
    /// <param name="Left">After this one.</param>
    /// <param name="Reset">How long until the next minute begins.</param>
    /// <param name="IsOver">This one was too many, and was not counted.</param>
    internal sealed record Count(int Most, int Left, TimeSpan Reset, bool IsOver);
}
