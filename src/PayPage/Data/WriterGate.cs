namespace PayPage.Data;

/// <summary>Lets one writer in at a time, in the order of their coming.</summary>
public sealed class WriterGate : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <returns>The turn: it ends when disposed.</returns>
    /// <exception cref="StoreBusyException">Nobody left in time.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken ct) => await _gate.WaitAsync(Longest, ct)
        ? new Turn(_gate)
        : throw new StoreBusyException(null);

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
