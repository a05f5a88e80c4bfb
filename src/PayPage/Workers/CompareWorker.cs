using PayPage.UseCases.Reconciliation;

namespace PayPage.Workers;

/// <summary>Compares the books with the processors, at night at merchants' places.</summary>
internal sealed class CompareWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CompareWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromMinutes(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CompareDue>().HandleAsync(ct);
        return false;
    }
}
