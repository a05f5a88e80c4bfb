using System.Diagnostics;

namespace PayPage.Bench;

/// <summary>Looks every few milliseconds at what this process holds, while something runs.</summary>
internal sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(5);

    private readonly Process _process = Process.GetCurrentProcess();
    private readonly Timer _timer;
    private readonly long _managedBefore;
    private long _managed;
    private long _workingSet;

    public PeakMemory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _managedBefore = GC.GetTotalMemory(forceFullCollection: true);
        _timer = new Timer(_ => Look(), state: null, TimeSpan.Zero, Often);
    }

    /// <summary>Bytes on the managed heap, garbage included, beyond what was there before.</summary>
    public long Managed => _managed - _managedBefore;

    /// <summary>Bytes of the whole process.</summary>
    public long WorkingSet => _workingSet;

    public void Dispose()
    {
        _timer.Dispose();
        _process.Dispose();
    }

    private void Look()
    {
        lock (_process)
        {
            _process.Refresh();
            _managed = Math.Max(_managed, GC.GetTotalMemory(forceFullCollection: false));
            _workingSet = Math.Max(_workingSet, _process.WorkingSet64);
        }
    }
}
