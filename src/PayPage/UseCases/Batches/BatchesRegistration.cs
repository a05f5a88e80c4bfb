using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PayPage.UseCases.Batches;

internal static class BatchesRegistration
{
    public static IServiceCollection AddBatchUseCases(this IServiceCollection services)
    {
        services.AddOptions<BatchOptions>().BindConfiguration(BatchOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<BatchOptions>, BatchOptionsValidator>();

        services.TryAddScoped<ClaimBatch>();
        services.TryAddScoped<TakeBatch>();
        services.TryAddScoped<DropBatch>();
        services.TryAddScoped<BatchBytes>();
        services.TryAddScoped<FindShape>();
        services.TryAddScoped<ReadBatch>();
        services.TryAddScoped<RowBench>();
        services.TryAddScoped<JudgeBatch>();
        services.TryAddScoped<MakeBatch>();
        services.TryAddScoped<WorkOnBatch>();
        services.TryAddScoped<DecideBatch>();
        services.TryAddScoped<TellOfBatch>();
        services.TryAddScoped<ComposeBatchMail>();
        services.TryAddScoped<WriteResult>();
        services.TryAddScoped<ShowBatch>();
        services.TryAddScoped<ListBatches>();
        services.TryAddScoped<ShowRow>();
        return services;
    }
}
