using PayPage.UseCases.Reminding;

namespace PayPage.Workers;

/// <summary>Brings invoices to mind again, in the mornings of merchants' places.</summary>
internal sealed class ReminderWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReminderWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromSeconds(20);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WalkReminders>().HandleAsync(ct);
    }
}
