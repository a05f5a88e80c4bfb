using PayPage.UseCases.Fort;

namespace PayPage.Workers;

/// <summary>Tells merchants' systems of payments in PayFort's words. There are several, so that some that hang keep no others waiting.</summary>
internal sealed class FeedbackWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FeedbackWorker> log) : Loop(clock, log)
{
    public const int Count = 4;

    protected override TimeSpan Rest => TimeSpan.FromSeconds(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SendFeedback>().NextAsync(ct);
    }
}
