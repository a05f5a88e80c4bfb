using PayPage.UseCases.Reporting;

namespace PayPage.Workers;

/// <summary>Lets saved reports go out when their time has come.</summary>
internal sealed class ReportWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReportWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromSeconds(20);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SendReports>().NextAsync(ct);
    }
}
