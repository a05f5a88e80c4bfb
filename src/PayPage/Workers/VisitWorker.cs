using PayPage.UseCases.Links;

namespace PayPage.Workers;

/// <summary>Counts the fetches of pay pages, a few seconds after they were answered.</summary>
internal sealed partial class VisitWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<VisitWorker> log) : Loop(clock, log)
{
    private readonly ILogger _log = log;

    protected override TimeSpan Rest => TimeSpan.FromSeconds(3);

    /// <summary>When a worker is told to stop, the server has stopped before: what still waits is written down, and no more comes.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await base.ExecuteAsync(stoppingToken);

        try
        {
            await using var scope = scopes.CreateAsyncScope();

            while (await scope.ServiceProvider.GetRequiredService<CountVisits>().HandleAsync(CancellationToken.None) > 0)
            {
            }
        }
        catch (Exception e)
        {
            // Counts, not money: they do not hold up the end of the process.
            LogLost(_log, e);
        }
    }

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();

        // Never again at once, however many wait: each time is a commit, and commits are for money. What waits is summed, not piled up.
        await scope.ServiceProvider.GetRequiredService<CountVisits>().HandleAsync(ct);
        return false;
    }

    [LoggerMessage(6003, LogLevel.Warning, "The last visits to links could not be counted before the end.")]
    private static partial void LogLost(ILogger log, Exception e);
}
