using System.Globalization;
using System.Text.Json;

namespace PayPage.Bench;

/// <summary>Invoices created per second through HTTP, and how long it takes to get and to list them, each beside a bare address that reads and answers as many bytes.</summary>
internal static class BenchOfApi
{
    private const int SlowerBy = 20;
    private const string Key = "ppk_test_0fTheBenchAndNobodyElse1234";

    /// <param name="args">See <see cref="ApiPlan.Usage"/>.</param>
    /// <returns>False where there is no result.</returns>
    public static async Task<bool> RunAsync(string[] args)
    {
        if (ApiPlan.Parse(args) is not { } plan)
        {
            await Console.Error.WriteLineAsync(ApiPlan.Usage);
            return false;
        }

        foreach (var fact in (await Machine.FactsAsync()).Where(fact => !fact.StartsWith("logging", StringComparison.Ordinal)))
        {
            Console.WriteLine(fact);
        }

        await using var server = await ServerProcess.StartAsync(
            $"--{ServedSite.InvoicesSetting}=10", $"--{ServedSite.ListedSetting}={plan.Invoices}", $"--Demo:ApiKey={Key}");
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 256 });
        var calls = new ApiCalls(client, server.Address, Key);

        var made = await CreatesAsync(calls, plan);
        Console.WriteLine($"\n{plan.Rate} calls per second (lists: {Math.Max(1, plan.Rate / SlowerBy)}) for {plan.Seconds} s each, {plan.Invoices:N0} invoices and those made above, SQLite; ms from when each was due\n");
        Console.WriteLine("| call | bytes | p50 | p99 | max | bare p50 | bare p99 | ratio of p50 |\n|---|---|---|---|---|---|---|---|");
        await ReadsAsync("get one, another each time", i => made[i % made.Count], calls, plan);

        // Lists count all there are: at the rate of the others their latency would be that of a queue.
        var slower = plan with { Rate = Math.Max(1, plan.Rate / SlowerBy) };
        await ReadsAsync("list, the first 20", _ => "/invoicing/v2/invoices?offset=0&limit=20", calls, slower);
        await ReadsAsync("list, 20 of those paid", _ => "/invoicing/v2/invoices?offset=0&limit=20&status=PAID", calls, slower);
        await ReadsAsync("list, 20 in the middle", _ => $"/invoicing/v2/invoices?offset={plan.Invoices / 2}&limit=20", calls, slower);
        Console.WriteLine($"\nload after  {await Machine.LoadAsync()}");
        return true;
    }

    /// <returns>Where to get those that were made to warm up.</returns>
    private static async Task<List<string>> CreatesAsync(ApiCalls calls, ApiPlan plan)
    {
        var made = new List<string>();
        var length = 0;

        for (var i = 0; i < 200; i++)
        {
            var answer = await calls.CreateAsync();
            using var json = JsonDocument.Parse(answer);
            made.Add($"/invoicing/v2/invoices/{json.RootElement.GetProperty("id").GetString()}");
            length = answer.Length;
            await calls.BareAsync(HttpMethod.Post, length);
        }

        Console.WriteLine($"\nCreated by {plan.Clients} clients at once, published with a link, nothing sent; {plan.Rounds} rounds of {plan.Seconds} s each; per second");
        var ratios = new List<double>();

        for (var round = 1; round <= plan.Rounds; round++)
        {
            var ours = await ApiCalls.PerSecondAsync(calls.CreateAsync, plan.Clients, plan.Seconds);
            var bare = await ApiCalls.PerSecondAsync(() => calls.BareAsync(HttpMethod.Post, length), plan.Clients, plan.Seconds);
            ratios.Add(ours / bare);
            Console.WriteLine($"  round {round}   created {ours,7:0.0}   bare {bare,8:0}   ratio {ratios[^1]:0.0000}");
        }

        ratios.Sort();
        Console.WriteLine($"  ratio created/bare: median {ratios[ratios.Count / 2]:0.0000} ({ratios[0]:0.0000} to {ratios[^1]:0.0000})");
        return made;
    }

    private static async Task ReadsAsync(string name, Func<int, string> path, ApiCalls calls, ApiPlan plan)
    {
        var length = (await calls.ReadAsync(path(0))).Length;
        await ApiCalls.AtRateAsync(i => calls.ReadAsync(path(i)), plan.Rate, 1);    // warms
        var ours = await ApiCalls.AtRateAsync(i => calls.ReadAsync(path(i)), plan.Rate, plan.Seconds);
        var bare = await ApiCalls.AtRateAsync(_ => calls.BareAsync(HttpMethod.Get, length), plan.Rate, plan.Seconds);
        Console.WriteLine($"| {name} | {length} | {Ms(ours.At(0.5))} | {Ms(ours.At(0.99))} | {Ms(ours.At(1))} | {Ms(bare.At(0.5))} | {Ms(bare.At(0.99))} | {ours.At(0.5) / bare.At(0.5):0.0} |");
    }

    private static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture);
}
