using PayPage.UseCases.Calls;
using PayPage.UseCases.Keys;

namespace PayPage.Workers;

/// <summary>Writes down when API keys were last used, and forgets what calls have left behind.</summary>
internal sealed class CallWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CallWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromMinutes(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WriteKeyUses>().HandleAsync(ct);
        return await scope.ServiceProvider.GetRequiredService<ForgetCalls>().HandleAsync(ct);
    }
}
