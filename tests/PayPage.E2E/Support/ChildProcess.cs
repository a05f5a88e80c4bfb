using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace PayPage.E2E.Support;

/// <summary>The program as built, run as a user would run it, but from a foreign folder. All it says is kept.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly string[] OurSettings =
        ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "PayPage__", "Sandbox__", "Demo__", "Payments__", "Links__", "Database__", "Email__", "Sms__", "Stripe__", "Processor"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    private ChildProcess(string[] words, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath, .. words])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var name in start.Environment.Keys.Where(k => OurSettings.Any(k.StartsWith)).ToList())
        {
            start.Environment.Remove(name);
        }

        // It lives for minutes: what the JIT compiler would learn for a long run, and heaps for many cores, are not worth their time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything said so far, on either stream.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    private static string ProgramPath => Path.GetFullPath(typeof(ChildProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "SiteProgram").Value!);    // the project file always sets it

    public static ChildProcess Start(string[] words, IReadOnlyDictionary<string, string> settings) => new(words, settings);

    /// <summary>Waits until it says something that contains these words.</summary>
    public async Task SaysAsync(string words)
    {
        try
        {
            await Eventually.SeeAsync(() => Task.FromResult(_process.HasExited || Said(words)), $"the program says '{words}'", Patience);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} It said:\n{string.Join('\n', _lines)}", e);
        }

        Assert.True(Said(words), $"The program ended without '{words}'. It said:\n{string.Join('\n', _lines)}");
    }

    /// <returns>The exit code of a program that ends by itself.</returns>
    public async Task<int> EndsAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Stands still as it is (SIGSTOP), its connections open, until it goes on.</summary>
    public Task PauseAsync() => SignalAsync("-STOP");

    public Task GoOnAsync() => SignalAsync("-CONT");

    /// <summary>Like <c>kill -9</c>: nothing of it gets a chance to say good-bye.</summary>
    public async Task KillAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>As an operator stops it (SIGTERM): it finishes what it does, and ends.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("-TERM");
        await EndsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", [signal, $"{_process.Id}"]);
            await kill.WaitForExitAsync();
        }
    }

    private bool Said(string words) => _lines.Any(line => line.Contains(words, StringComparison.Ordinal));

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
