namespace PayPage.E2E.Torture;

/// <summary>Kills (SIGKILL) and stops (SIGSTOP, then SIGCONT) processes as its seed says, now here, now there.</summary>
internal sealed class Nemesis(Fleet fleet, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Task[] _busy = [.. Enumerable.Repeat(Task.CompletedTask, Fleet.Nodes)];
    private Task _sandboxBusy = Task.CompletedTask;

    public int Kills { get; private set; }

    public int Stops { get; private set; }

    public async Task RageAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(_random.Next(1500, 6000), CancellationToken.None);
            var (node, act, length) = (_random.Next(Fleet.Nodes), _random.Next(100), _random.Next(500, 6000));

            if (over.IsCancellationRequested)
            {
                break;
            }

            if (act < 8 && _sandboxBusy.IsCompleted)
            {
                Kills++;
                _sandboxBusy = fleet.KillSandboxAsync();
            }
            else if (!_busy[node].IsCompleted)
            {
                // It is starting, or stands still. Who is killed while he starts dies of it too, now and then.
                if (act > 90)
                {
                    Kills++;
                    await fleet.KillAsync(node);
                }
            }
            else if (act < 55)
            {
                Kills++;
                _busy[node] = fleet.StartAsync(node);
            }
            else
            {
                Stops++;
                _busy[node] = StopAsync(node, length);
            }
        }

        // A process that was killed as it started never says that it has.
        await Task.WhenAll(_busy.Append(_sandboxBusy)).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task StopAsync(int node, int milliseconds)
    {
        await fleet.PauseAsync(node);
        await Task.Delay(milliseconds);
        await fleet.GoOnAsync(node);
    }
}
