namespace PayPage.Delivery.Webhooks;

/// <summary>Tells the operator at the start that the guard is down. In Development that is what everybody expects.</summary>
internal sealed partial class WebhookNotice(GuardedConnection guard, IHostEnvironment environment, ILogger<WebhookNotice> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (guard.AllowsPrivate && !environment.IsDevelopment())
        {
            LogOpen();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2711, LogLevel.Warning, "Webhooks__AllowPrivate is true: merchants can have this server send to addresses inside its own network. Set it only where every merchant is trusted.")]
    private partial void LogOpen();
}
