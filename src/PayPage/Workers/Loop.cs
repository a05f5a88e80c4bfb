namespace PayPage.Workers;

/// <summary>Runs one piece of background work again and again. A failure is logged and the work goes on: it is all repeatable.</summary>
internal abstract partial class Loop(TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>How long it rests when there was nothing to do, or something failed.</summary>
    protected abstract TimeSpan Rest { get; }

    /// <returns>True when there may be more to do at once.</returns>
    protected abstract Task<bool> RunOnceAsync(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunOnceAsync(stoppingToken))
                {
                    continue;
                }

                await Task.Delay(Rest, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(log, e, GetType().Name);
                await Task.Delay(Rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(6001, LogLevel.Error, "{Worker} failed; it will try again.")]
    private static partial void LogFailed(ILogger log, Exception e, string worker);
}
