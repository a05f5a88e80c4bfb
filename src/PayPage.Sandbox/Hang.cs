using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PayPage.Sandbox;

/// <summary>Keeps a caller waiting, as a fault on order.</summary>
internal sealed class Hang(IOptions<SandboxOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    /// <summary>Returns when the time is over or the program stops; a caller who leaves ends it with an exception.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, ct);
        try
        {
            await Task.Delay(options.Value.HangTime, clock, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The program stops: nobody should wait for us.
        }
    }
}
