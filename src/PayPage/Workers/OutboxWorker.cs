using PayPage.Domain.Outbox;
using PayPage.UseCases.Outbox;

namespace PayPage.Workers;

/// <summary>Sends what was promised by one lane. There is a worker for each, so that none waits for another's server.</summary>
internal sealed class OutboxWorker(OutboxLane lane, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromMilliseconds(500);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliverMessage>().NextAsync(lane, ct);
    }
}
