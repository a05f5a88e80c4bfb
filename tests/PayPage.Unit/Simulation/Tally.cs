using System.Diagnostics;

namespace PayPage.Unit.Simulation;

/// <summary>What became of many seeds. Runs share nothing, so they run beside one another; within a run nothing does.</summary>
/// <param name="Broken">Whole, in the order of their seeds. Of runs that kept every invariant nothing is kept but where they were.</param>
internal sealed record Tally(int Seeds, IReadOnlyList<SimRun> Broken, IReadOnlyDictionary<string, int> Visits, double PerSecond)
{
    /// <param name="each">Told of each run as it ends, one at a time.</param>
    public static async Task<Tally> OfAsync(int from, int seeds, Action<SimRun>? each = null)
    {
        var broken = new SortedDictionary<int, SimRun>();
        var visits = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var gate = new Lock();
        var watch = Stopwatch.StartNew();

        await Parallel.ForAsync(from, from + seeds, async (seed, _) =>
        {
            var run = await SimRun.OfAsync(seed);

            lock (gate)
            {
                foreach (var (place, times) in run.Visits)
                {
                    visits[place] = visits.GetValueOrDefault(place) + times;
                }

                if (run.Broken is not null)
                {
                    broken.Add(seed, run);
                }

                each?.Invoke(run);
            }
        });

        return new Tally(seeds, [.. broken.Values], visits, seeds / watch.Elapsed.TotalSeconds);
    }
}
