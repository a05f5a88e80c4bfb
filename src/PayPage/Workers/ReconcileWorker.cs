using PayPage.UseCases.Payments;

namespace PayPage.Workers;

/// <summary>Asks processors for payments whose outcome did not come by itself.</summary>
internal sealed class ReconcileWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReconcileWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromSeconds(2);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReconcilePayments>().HandleAsync(ct) > 0;
    }
}
