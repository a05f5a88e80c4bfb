using PayPage.UseCases.Verifying;

namespace PayPage.Workers;

/// <summary>Checks the books once a night. A site that has just been started has other things to do first.</summary>
internal sealed class VerifyWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<VerifyWorker> log) : Loop(clock, log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    private readonly TimeProvider _clock = clock;
    private readonly long _startedAt = clock.GetTimestamp();

    protected override TimeSpan Rest => TimeSpan.FromMinutes(5);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        if (_clock.GetElapsedTime(_startedAt) >= Quiet)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<VerifyNightly>().HandleAsync(ct);
        }

        return false;
    }
}
