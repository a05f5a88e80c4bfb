using System.Globalization;

namespace PayPage.Unit.Simulation;

/// <summary>What <c>eng/simulate</c> asks for, by environment: PAYPAGE_FROM, PAYPAGE_SEEDS, PAYPAGE_TRACE. It speaks on the standard error, where no test runner does.</summary>
public sealed class SimulateCommand
{
    private const int Often = 100;

    [Fact(Explicit = true)]
    public async Task As_many_seeds_as_somebody_asks_for()
    {
        var (from, seeds) = (Number("PAYPAGE_FROM"), Number("PAYPAGE_SEEDS"));
        var done = 0;

        var tally = await Tally.OfAsync(from, seeds, run =>
        {
            if (Environment.GetEnvironmentVariable("PAYPAGE_TRACE") is { Length: > 0 })
            {
                Say($"Seed {run.Seed}:\n{string.Join('\n', run.Trace)}");
            }

            if (run.Broken is not null)
            {
                Say(run.Report);
            }

            if (++done % Often == 0)
            {
                Say($"{done} of {seeds}");
            }
        });

        Say(string.Join('\n', tally.Visits.Select(v => $"{v.Key}: {v.Value}")));
        Say(string.Create(CultureInfo.InvariantCulture, $"{tally.PerSecond:0.00} seeds per second"));
        Say($"{tally.Seeds} seeds, {tally.Broken.Count} failed");
        Assert.Empty(tally.Broken.Select(run => run.Seed));
    }

    private static int Number(string name) => int.Parse(Environment.GetEnvironmentVariable(name)!, CultureInfo.InvariantCulture);    // eng/simulate sets it

    private static void Say(string what) => Console.Error.WriteLine(what);
}
