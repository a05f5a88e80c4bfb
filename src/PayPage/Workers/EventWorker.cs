using PayPage.UseCases.Events;

namespace PayPage.Workers;

/// <summary>Finds what has become overdue, and forgets events that are too old.</summary>
internal sealed class EventWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EventWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromMinutes(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<FindOverdue>().HandleAsync(ct) > 0;
        return await scope.ServiceProvider.GetRequiredService<ForgetEvents>().HandleAsync(ct) || found;
    }
}
