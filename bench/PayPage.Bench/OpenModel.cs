using System.Diagnostics;

namespace PayPage.Bench;

/// <summary>
/// Asks at a constant rate, whatever the answers do: request n is due at start + n / rate, and its latency counts from then. A stall
/// of the server so falls on every request that was due in it (no coordinated omission).
/// </summary>
internal static class OpenModel
{
    // Below this the system's own timer is too coarse: the thread offers its processor to others until the time has come.
    private static readonly TimeSpan Coarse = TimeSpan.FromMilliseconds(1.5);

    public static async Task<Latencies> RunAsync(ServerProcess server, int rate, int warmSeconds, int seconds)
    {
        var paths = (await File.ReadAllLinesAsync(server.PathsFile)).Select(path => new Uri(server.Address, path)).ToArray();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 256 });

        await Task.Run(() => BurstAsync(client, paths, rate, warmSeconds));
        return await Task.Run(() => BurstAsync(client, paths, rate, seconds));
    }

    private static async Task<Latencies> BurstAsync(HttpClient client, Uri[] paths, int rate, int seconds)
    {
        var count = rate * seconds;
        var asked = new Task<TimeSpan>[count];
        var start = Stopwatch.GetTimestamp();
        var late = Pace(rate, count, start, (i, due) => asked[i] = AskAsync(client, paths[i % paths.Length], start, due));

        var latencies = await Task.WhenAll(asked);
        Array.Sort(latencies);
        return new Latencies(latencies, late);
    }

    /// <summary>Calls at the moment when each is due, on this thread: whoever is called gives it back at once.</summary>
    /// <param name="start">When the first is due, by the <see cref="Stopwatch"/>.</param>
    /// <param name="ask">Which one it is, from 0, and when it is due after the start.</param>
    /// <returns>The furthest that this was behind the schedule.</returns>
    public static TimeSpan Pace(int rate, int count, long start, Action<int, TimeSpan> ask)
    {
        var late = TimeSpan.Zero;
        using var never = new ManualResetEventSlim();

        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / rate);

            while (due - Stopwatch.GetElapsedTime(start) is var wait && wait > TimeSpan.Zero)
            {
                if (wait > Coarse)
                {
                    never.Wait(wait - Coarse);
                }
                else
                {
                    Thread.Yield();
                }
            }

            var sent = Stopwatch.GetElapsedTime(start);
            late = sent - due > late ? sent - due : late;
            ask(i, due);
        }

        return late;
    }

    private static async Task<TimeSpan> AskAsync(HttpClient client, Uri page, long start, TimeSpan due)
    {
        await Task.Yield();    // the schedule goes on; this request's own work is done elsewhere
        using var answer = (await client.GetAsync(page)).EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start) - due;
    }
}

/// <param name="Sorted">From the intended start to the last byte, shortest first.</param>
/// <param name="Late">The furthest that the generator itself was behind its schedule. It is part of the latencies.</param>
internal sealed record Latencies(IReadOnlyList<TimeSpan> Sorted, TimeSpan Late)
{
    /// <param name="share">0.5 is the median, 1 the longest.</param>
    public TimeSpan At(double share) => Sorted[Math.Max(0, (int)Math.Ceiling(share * Sorted.Count) - 1)];
}
