using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Webhooks;

/// <summary>Sends what is due, several at a time, so that one slow receiver does not hold up the others.</summary>
internal sealed partial class WebhookWorker(
    Database database,
    Deliveries deliveries,
    WebhookSender sender,
    IOptions<SandboxOptions> options,
    TimeProvider clock,
    ILogger<WebhookWorker> logger) : BackgroundService
{
    private const int AtOnce = 32;
    private readonly HashSet<Task> _sending = [];
    private bool _released;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();    // the first touch of the file does not hold up the start

        try
        {
            while (true)
            {
                try
                {
                    await RunOnceAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogTrouble(e);
                    await database.WebhookBell.WaitAsync(options.Value.PollInterval, clock, stoppingToken);
                }
            }
        }
        finally
        {
            await Task.WhenAll(_sending);    // canceled by now; each still writes down what it knows
        }
    }

    private async Task RunOnceAsync(CancellationToken ct)
    {
        if (!_released)
        {
            await deliveries.ReleaseAllAsync(ct);
            _released = true;
        }

        _sending.RemoveWhere(task => task.IsCompleted);
        foreach (var id in _sending.Count < AtOnce ? await deliveries.ClaimAsync(AtOnce - _sending.Count, ct) : [])
        {
            _sending.Add(SendAndRingAsync(id, ct));
        }

        await database.WebhookBell.WaitAsync(UntilNext(), clock, ct);
    }

    private TimeSpan UntilNext()
    {
        var wait = deliveries.NextDue() - clock.GetUtcNow();
        return _sending.Count >= AtOnce || wait is null || wait > options.Value.PollInterval ? options.Value.PollInterval
            : wait > TimeSpan.Zero ? wait.Value
            : TimeSpan.FromMilliseconds(1);
    }

    private async Task SendAndRingAsync(long id, CancellationToken ct)
    {
        try
        {
            await sender.SendAsync(id, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogTrouble(e);
        }
        catch (OperationCanceledException)
        {
            // The program stops; the lease is given back at the next start.
        }
        finally
        {
            database.WebhookBell.Ring();
        }
    }

    [LoggerMessage(7010, LogLevel.Error, "The sandbox could not work on its webhooks.")]
    private partial void LogTrouble(Exception e);
}
