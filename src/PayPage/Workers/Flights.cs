using PayPage.Domain.Merchants;
using PayPage.Domain.Webhooks;

namespace PayPage.Workers;

/// <summary>What one node has under way to endpoints. Bounded three times, so that those who answer are served at once whatever the others do.</summary>
internal sealed class Flights
{
    /// <summary>In all.</summary>
    internal const int Most = 16;

    /// <summary>To endpoints whose last try failed: the other half is always there for those who answer.</summary>
    internal const int MostFailing = 8;

    /// <summary>To one merchant's endpoints.</summary>
    internal const int MostPerMerchant = 4;

    private readonly List<Flight> _under = [];

    public bool HasRoomForFailing => _under.Count(flight => flight.IsFailing) < MostFailing;

    /// <summary>Merchants who have as many as they may.</summary>
    public IReadOnlyList<MerchantId> Crowded =>
        [.. _under.GroupBy(flight => flight.Merchant).Where(own => own.Count() >= MostPerMerchant).Select(own => own.Key)];

    /// <summary>Merchants who have one to an endpoint that fails, which is as many as they may: their good endpoints have the other places.</summary>
    public IReadOnlyList<MerchantId> CrowdedByFailing => [.. _under.Where(flight => flight.IsFailing).Select(flight => flight.Merchant).Distinct()];

    public void Add(WebhookEndpoint endpoint, Task task) => _under.Add(new Flight(endpoint.MerchantId, endpoint.FailingSince is not null, task));

    /// <summary>Comes back when there is room for one more.</summary>
    public async Task RoomAsync(CancellationToken ct)
    {
        _under.RemoveAll(flight => flight.Task.IsCompleted);

        while (_under.Count >= Most)
        {
            await Task.WhenAny(_under.Select(flight => flight.Task)).WaitAsync(ct);
            _under.RemoveAll(flight => flight.Task.IsCompleted);
        }
    }

    /// <summary>Waits until one is done, and no longer than that.</summary>
    /// <returns>False, at once, where none is under way.</returns>
    public async Task<bool> OneLandsAsync(TimeSpan atMost, CancellationToken ct)
    {
        if (_under.Count == 0)
        {
            return false;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(Task.WhenAny(_under.Select(flight => flight.Task)), Task.Delay(atMost, enough.Token));
        await enough.CancelAsync();
        ct.ThrowIfCancellationRequested();
        return true;
    }

    public Task AllLandedAsync() => Task.WhenAll(_under.Select(flight => flight.Task));

    private sealed record Flight(MerchantId Merchant, bool IsFailing, Task Task);
}
