using PayPage.Data;

namespace PayPage.Workers;

/// <summary>Keeps this node's clock in step with the database's, where many nodes share one.</summary>
internal sealed partial class ClockWorker(
    IServiceScopeFactory scopes, DatabaseClock clock, ILogger<ClockWorker> log) : Loop(TimeProvider.System, log)
{
    private static readonly TimeSpan WorthSaying = TimeSpan.FromSeconds(30);
    private readonly ILogger _log = log;

    protected override TimeSpan Rest => TimeSpan.FromMinutes(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await clock.MeasureAsync(scope.ServiceProvider.GetRequiredService<PayPageDbContext>(), ct);

        if (clock.Offset.Duration() > WorthSaying)
        {
            LogOff(_log, clock.Offset);
        }

        return false;
    }

    [LoggerMessage(6002, LogLevel.Warning, "This node's clock is {Offset} off the database's. Deadlines go by the database's; please set the clock right.")]
    private static partial void LogOff(ILogger log, TimeSpan offset);
}
