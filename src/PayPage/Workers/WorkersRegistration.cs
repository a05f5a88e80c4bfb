using PayPage.Domain.Outbox;

namespace PayPage.Workers;

internal static class WorkersRegistration
{
    /// <param name="manyNodes">Whether other nodes may share the database, and so its clock.</param>
    public static IServiceCollection AddWorkers(this IServiceCollection services, bool manyNodes)
    {
        foreach (var lane in Enum.GetValues<OutboxLane>())
        {
            services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<OutboxWorker>(s, lane));
        }

        for (var i = 0; i < FeedbackWorker.Count; i++)
        {
            services.AddSingleton<IHostedService, FeedbackWorker>();
        }

        services
            .AddHostedService<ReconcileWorker>()
            .AddHostedService<CatchUpWorker>()
            .AddHostedService<CompareWorker>()
            .AddHostedService<VerifyWorker>()
            .AddHostedService<ExpiryWorker>()
            .AddHostedService<ReminderWorker>()
            .AddHostedService<ReportWorker>()
            .AddHostedService<VisitWorker>()
            .AddHostedService<CallWorker>()
            .AddHostedService<BatchReadingWorker>()
            .AddHostedService<BatchWorker>()
            .AddHostedService<WebhookWorker>()
            .AddHostedService<EventWorker>();

        return manyNodes ? services.AddHostedService<ClockWorker>() : services;
    }
}
