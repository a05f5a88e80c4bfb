namespace PayPage.Unit.Simulation;

/// <summary>The money funnel under everything that can go wrong at once. Each seed is one run, the same each time; <c>eng/simulate</c> runs any number of them.</summary>
[PayPage.Unit.Support.RunsLong]
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Seeds = 300;
    private static readonly Lazy<Task<Tally>> All = new(() => Tally.OfAsync(1, Seeds));

    [Fact]
    public async Task Three_hundred_seeds_keep_every_invariant()
    {
        var tally = await All.Value;
        output.WriteLine($"{tally.PerSecond:0.0} seeds a second.");
        Assert.True(tally.Broken.Count == 0, $"{tally.Broken.Count} of {tally.Seeds} seeds.\n\n{string.Join("\n\n", tally.Broken.Take(3).Select(run => run.Report))}");
    }

    /// <summary>Runs that meet nothing prove nothing.</summary>
    [Fact]
    public async Task Three_hundred_seeds_go_everywhere()
    {
        var visits = (await All.Value).Visits;
        output.WriteLine(string.Join('\n', visits.Select(v => $"{v.Key}: {v.Value}")));

        Assert.Equal("", string.Join(", ", Places.All.Where(place => !visits.ContainsKey(place))));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task The_same_seed_gives_the_same_trace_whatever_runs_beside_it_and_another_seed_another(int seed)
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => SimRun.OfAsync(seed + (i / 2)))));

        Assert.Equal(runs[0].Trace, runs[1].Trace);
        Assert.NotEqual(runs[0].Trace, runs[2].Trace);
    }
}
