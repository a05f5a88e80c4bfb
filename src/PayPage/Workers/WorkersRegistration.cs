namespace PayPage.Workers;

internal static class WorkersRegistration
{
    /// <param name="manyNodes">Whether other nodes may share the database, and so its clock.</param>
    public static IServiceCollection AddWorkers(this IServiceCollection services, bool manyNodes)
    {
        services
            .AddHostedService<OutboxWorker>()
            .AddHostedService<ReconcileWorker>()
            .AddHostedService<ExpiryWorker>()
            .AddHostedService<VisitWorker>();

        return manyNodes ? services.AddHostedService<ClockWorker>() : services;
    }
}
