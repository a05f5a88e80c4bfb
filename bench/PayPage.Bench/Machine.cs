using System.Runtime;
using System.Runtime.InteropServices;

namespace PayPage.Bench;

/// <summary>What the figures depend on.</summary>
internal static class Machine
{
    public static async Task<IReadOnlyList<string>> FactsAsync() =>
    [
        $"commit      {(await Command.RunAsync("git", "rev-parse", "--short", "HEAD")).Trim()}{await ChangedAsync()}",
        $"machine     {Environment.ProcessorCount} processors, {await ProcessorAsync()}; {RuntimeInformation.OSDescription}",
        $"runtime     {RuntimeInformation.FrameworkDescription}, {Build()}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC",
        $"load before {(await File.ReadAllTextAsync("/proc/loadavg")).Trim()}",
    ];

    private static async Task<string> ChangedAsync() =>
        (await Command.RunAsync("git", "status", "--porcelain", "--untracked-files=no")).Trim().Length > 0 ? " with changes not committed" : "";

    private static async Task<string> ProcessorAsync() =>
        (await File.ReadAllLinesAsync("/proc/cpuinfo")).First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();

    private static string Build() =>
#if DEBUG
        "DEBUG BUILD: the figures mean nothing";
#else
        "Release build";
#endif
}
