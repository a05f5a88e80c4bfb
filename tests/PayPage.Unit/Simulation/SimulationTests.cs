using System.Globalization;

namespace PayPage.Unit.Simulation;

/// <summary>The money funnel under everything that can go wrong at once. Each seed is one run, the same each time.</summary>
/// <remarks>PAYPAGE_SEED=123 runs that one and prints its trace; PAYPAGE_FROM and PAYPAGE_SEEDS run as many from there.</remarks>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Usual = 50;
    private static readonly int? Only = Number("PAYPAGE_SEED");
    private static readonly Lazy<Task<IReadOnlyList<SimRun>>> Runs = new(RunAllAsync);

    [Fact]
    public async Task Fifty_seeds_keep_every_invariant()
    {
        var runs = await Runs.Value;

        if (Only is not null)
        {
            output.WriteLine(string.Join('\n', runs.Single().Trace));
        }

        var broken = runs.Where(r => r.Broken is not null).Select(r => r.Report).ToList();
        Assert.True(broken.Count == 0, $"{broken.Count} of {runs.Count} seeds.\n\n{string.Join("\n\n", broken.Take(3))}");
    }

    /// <summary>Runs that meet nothing prove nothing.</summary>
    [Fact]
    public async Task Fifty_seeds_go_everywhere()
    {
        var visits = (await Runs.Value).SelectMany(r => r.Visits).GroupBy(v => v.Key, v => v.Value, StringComparer.Ordinal)
            .ToDictionary(v => v.Key, v => v.Sum(), StringComparer.Ordinal);
        output.WriteLine(string.Join('\n', visits.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}: {v.Value}")));
        Assert.SkipWhen((await Runs.Value).Count < Usual, "Few seeds need not go everywhere.");

        Assert.Equal("", string.Join(", ", Places.All.Where(place => !visits.ContainsKey(place))));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task The_same_seed_gives_the_same_trace_and_another_seed_another(int seed)
    {
        var first = await SimRun.OfAsync(seed);
        var again = await SimRun.OfAsync(seed);
        var other = await SimRun.OfAsync(seed + 1);

        Assert.Equal(first.Trace, again.Trace);
        Assert.NotEqual(first.Trace, other.Trace);
    }

    private static async Task<IReadOnlyList<SimRun>> RunAllAsync()
    {
        var from = Only ?? Number("PAYPAGE_FROM") ?? 1;
        var runs = new SimRun[Only is null ? Number("PAYPAGE_SEEDS") ?? Usual : 1];

        // Runs share nothing; within a run nothing is parallel.
        await Parallel.ForAsync(0, runs.Length, async (i, _) => runs[i] = await SimRun.OfAsync(from + i));
        return runs;
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
