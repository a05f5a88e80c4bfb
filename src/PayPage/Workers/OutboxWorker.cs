using PayPage.UseCases.Outbox;

namespace PayPage.Workers;

/// <summary>Sends what was promised.</summary>
internal sealed class OutboxWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromMilliseconds(500);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliverMessage>().NextAsync(ct);
    }
}
