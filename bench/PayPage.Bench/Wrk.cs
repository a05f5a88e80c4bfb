using System.Diagnostics;
using System.Globalization;

namespace PayPage.Bench;

/// <summary>One run of <c>wrk</c>: 32 connections that ask as fast as they are answered.</summary>
internal sealed record Wrk(double PerSecond, double BytesPerAnswer, TimeSpan P50, TimeSpan P99, TimeSpan Max)
{
    private const int Connections = 32;
    private const string Mark = "COUNTED ";

    private static readonly string[] Faults = ["not2xx", "connect", "read", "write", "timeout"];

    /// <param name="prefix">Before each of the paths; empty for the pages themselves.</param>
    /// <param name="core">The one processor that it may use; null: any.</param>
    /// <exception cref="InvalidOperationException">An answer was not 2xx, or a socket failed: such a run says nothing.</exception>
    public static async Task<Wrk> RunAsync(ServerProcess server, string prefix, bool packed, int seconds, int? core)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "walk.lua");
        string[] words =
        [
            .. core is { } c ? ["taskset", "-c", $"{c}"] : Array.Empty<string>(),
            "wrk", "-t1", $"-c{Connections}", $"-d{seconds}s", "--latency", "-s", script,
            .. packed ? ["-H", $"Accept-Encoding: {BareAnswer.Packings}"] : Array.Empty<string>(),
            server.Address.AbsoluteUri, "--", server.PathsFile, prefix,
        ];
        var output = await Command.RunAsync(words);
        var counted = output.Split('\n').Single(line => line.StartsWith(Mark, StringComparison.Ordinal))[Mark.Length..]
            .Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));

        return Faults.All(fault => counted[fault] == 0)
            ? new Wrk(
                counted["requests"] / (counted["microseconds"] / 1e6), counted["bytes"] / counted["requests"],
                TimeSpan.FromMicroseconds(counted["p50"]), TimeSpan.FromMicroseconds(counted["p99"]), TimeSpan.FromMicroseconds(counted["max"]))
            : throw new InvalidOperationException($"Answers were not 2xx, or sockets failed:\n{output}");
    }
}

/// <summary>Another program, run to its end.</summary>
internal static class Command
{
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{words[0]} did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', words)} failed: {output}");
    }
}
