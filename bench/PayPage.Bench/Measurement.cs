using System.Globalization;

namespace PayPage.Bench;

/// <summary>Page and bare by turns in one process on one machine in one run: their ratio holds even where the speed of the machine does not.</summary>
internal static class Measurement
{
    /// <returns>False when something made the figures worthless; it was said what.</returns>
    public static async Task<bool> RunAsync(BenchPlan plan)
    {
        foreach (var fact in await Machine.FactsAsync())
        {
            Console.WriteLine(fact);
        }

        await using var server = await ServerProcess.StartAsync();

        try
        {
            await RoundsAsync(server, plan, "Identity, wrk and server share the processors", packed: false, pinned: false);

            if (!plan.Quick)
            {
                await RoundsAsync(server, plan with { Seconds = Half(plan.Seconds) }, "Accept-Encoding: br, gzip", packed: true, pinned: false);
                await OpenAsync(server, plan);

                // Last, for the server stays on its processor.
                await Command.RunAsync("taskset", "-acp", "0", $"{server.Id}");
                await RoundsAsync(
                    server, plan with { Seconds = Half(plan.Seconds), WarmSeconds = 2 }, "Identity, server on processor 0, wrk on processor 1", packed: false, pinned: true);
            }

            Console.WriteLine($"\nload after  {await Machine.LoadAsync()}");
            return true;
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine($"NO RESULT. {e.Message}");
            return false;
        }
    }

    private static int Half(int seconds) => Math.Max(1, (seconds + 1) / 2);

    private static async Task RoundsAsync(ServerProcess server, BenchPlan plan, string what, bool packed, bool pinned)
    {
        Console.WriteLine($"\n{what}");
        Console.WriteLine($"  {await Sameness.CheckAsync(server, packed)}");
        int? core = pinned ? 1 : null;
        await Wrk.RunAsync(server, "", packed, plan.WarmSeconds, core);
        await Wrk.RunAsync(server, BareAnswer.Prefix, packed, plan.WarmSeconds, core);
        Console.WriteLine($"  warmed {plan.WarmSeconds} s each; wrk -t1 -c32 -d{plan.Seconds}s; answers per second, p50 and p99 in ms");
        var ratios = new List<double>();

        for (var round = 1; round <= plan.Rounds; round++)
        {
            var page = await Wrk.RunAsync(server, "", packed, plan.Seconds, core);
            var bare = await Wrk.RunAsync(server, BareAnswer.Prefix, packed, plan.Seconds, core);
            ratios.Add(page.PerSecond / bare.PerSecond);
            Console.WriteLine($"  round {round}   page {Show(page)}   bare {Show(bare)}   ratio {ratios[^1]:0.000}");
        }

        ratios.Sort();
        Console.WriteLine($"  ratio page/bare: median {ratios[ratios.Count / 2]:0.000} ({ratios[0]:0.000} to {ratios[^1]:0.000}); no answer but 2xx, no socket error");
    }

    private static async Task OpenAsync(ServerProcess server, BenchPlan plan)
    {
        Console.WriteLine($"\nOpen model: {plan.Rate} pages per second for {plan.RateSeconds} s, identity, latency from the intended start");
        var latencies = await OpenModel.RunAsync(server, plan.Rate, Math.Min(5, plan.WarmSeconds), plan.RateSeconds);
        Console.WriteLine($"  {latencies.Sorted.Count} answers, all 2xx; p50 {Ms(latencies.At(0.5))}   p99 {Ms(latencies.At(0.99))}   p99.9 {Ms(latencies.At(0.999))}   max {Ms(latencies.At(1))} ms");
        Console.WriteLine($"  of which the generator's own delay: at most {Ms(latencies.Late)} ms");
    }

    private static string Show(Wrk run) =>
        $"{run.PerSecond,6:0} ({run.P50.TotalMilliseconds:0.0} {run.P99.TotalMilliseconds:0.0}) {run.BytesPerAnswer:0} B";

    private static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture);
}
