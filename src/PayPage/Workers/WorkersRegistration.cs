namespace PayPage.Workers;

internal static class WorkersRegistration
{
    public static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddHostedService<OutboxWorker>()
        .AddHostedService<ReconcileWorker>()
        .AddHostedService<ExpiryWorker>();
}
