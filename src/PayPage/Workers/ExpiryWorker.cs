using PayPage.UseCases;
using PayPage.UseCases.Batches;
using PayPage.UseCases.Fences;
using PayPage.UseCases.Links;
using PayPage.UseCases.Team;

namespace PayPage.Workers;

/// <summary>Writes down which links' time is over, and clears away what time has made useless.</summary>
internal sealed class ExpiryWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiryWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromMinutes(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetCommits>().HandleAsync(ct);
        await scope.ServiceProvider.GetRequiredService<ForgetSessions>().HandleAsync(ct);
        await scope.ServiceProvider.GetRequiredService<ForgetAddresses>().HandleAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DropBatch>().DropOldAsync(ct);
        return await scope.ServiceProvider.GetRequiredService<ExpireLinks>().HandleAsync(ct) > 0;
    }
}
