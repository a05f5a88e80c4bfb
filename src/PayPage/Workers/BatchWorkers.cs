using PayPage.UseCases.Batches;

namespace PayPage.Workers;

/// <summary>Takes files of invoices apart, one after the other.</summary>
internal sealed class BatchReadingWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<BatchReadingWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromSeconds(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkOnBatch>().ReadNextAsync(ct);
    }
}

/// <summary>Judges the rows of files, and makes invoices of them: all files in turns.</summary>
internal sealed class BatchWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<BatchWorker> log) : Loop(clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromSeconds(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkOnBatch>().GoOnAsync(ct);
    }
}
