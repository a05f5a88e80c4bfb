using PayPage.UseCases.Payments;

namespace PayPage.Workers;

/// <summary>Asks processors for events that did not reach us.</summary>
internal sealed class CatchUpWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CatchUpWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromMinutes(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CatchUpEvents>().HandleAsync(ct);
        return false;
    }
}
