using PayPage.UseCases.Webhooks;

namespace PayPage.Workers;

/// <summary>Tells merchants' endpoints of events, several at a time: one that hangs keeps no other waiting.</summary>
internal sealed partial class WebhookWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WebhookWorker> log) : Loop(clock, log)
{
    private readonly Flights _flights = new();
    private readonly ILogger _log = log;

    protected override TimeSpan Rest => TimeSpan.FromMilliseconds(500);

    /// <summary>When it is told to stop, what is under way is given back first.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await base.ExecuteAsync(stoppingToken);
        await _flights.AllLandedAsync();
    }

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await _flights.RoomAsync(ct);

        await using var scope = scopes.CreateAsyncScope();
        var claim = scope.ServiceProvider.GetRequiredService<ClaimDelivery>();

        if (await claim.NextAsync(_flights.Crowded, _flights.CrowdedByFailing, _flights.HasRoomForFailing, ct) is not { } lease)
        {
            return await _flights.OneLandsAsync(Rest, ct);    // who is done makes room for the next at once
        }

        _flights.Add(lease.Endpoint, FlyAsync(lease, ct));
        return true;
    }

    private async Task FlyAsync(ClaimDelivery.Lease lease, CancellationToken ct)
    {
        await Task.Yield();    // the loop goes on at once

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SendDelivery>().HandleAsync(lease, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Given back.
        }
        catch (Exception e)
        {
            LogLost(_log, e, lease.Delivery.Id.ToString());    // its lease runs out, and it is tried again
        }
    }

    [LoggerMessage(2721, LogLevel.Error, "What became of {DeliveryId} could not be written down; it will be sent again.")]
    private static partial void LogLost(ILogger log, Exception e, string deliveryId);
}
