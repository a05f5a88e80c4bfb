using System.Runtime;
using System.Runtime.InteropServices;

namespace PayPage.Bench;

/// <summary>What the figures depend on.</summary>
internal static class Machine
{
    public static async Task<IReadOnlyList<string>> FactsAsync() =>
    [
        $"commit      {(await Command.RunAsync("git", "rev-parse", "--short", "HEAD")).Trim()}{await ChangedAsync()}",
        $"machine     {Environment.ProcessorCount} processors, {await ProcessorAsync()}; {RuntimeInformation.OSDescription}, kernel {(await File.ReadAllTextAsync("/proc/sys/kernel/osrelease")).Trim()}",
        $"runtime     {RuntimeInformation.FrameworkDescription}, {Build()}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC",
        $"logging     the console, the same for page and bare; no line for a request",
        $"load before {await LoadAsync()}",
    ];

    /// <returns>Of the last one, five and fifteen minutes.</returns>
    public static async Task<string> LoadAsync() => string.Join(' ', (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[..3]);

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
