using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.Sandbox.Disputes;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Refunds;
using PayPage.Sandbox.Storage;
using PayPage.Sandbox.Webhooks;

namespace PayPage.Sandbox;

/// <summary>What the sandbox needs of its host, beside its endpoints.</summary>
public static class SandboxRegistration
{
    /// <summary>Registers the store, the workers and the webhook client. A host that does not start says which option is wrong.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services, Action<SandboxOptions> configure)
    {
        services.AddOptions<SandboxOptions>()
            .Configure(configure)
            .Validate(
                options => options.IsComplete(),
                "The sandbox needs DatabaseFile, PublicBaseUrl, one WebhookRetries or more, and a HoldTime of 1 minute to 1 day.")
            .ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Database>();
        services.TryAddSingleton<PaymentViews>();
        services.TryAddSingleton<Outbox>();
        services.TryAddSingleton<Deliveries>();
        services.TryAddSingleton<WebhookSender>();
        services.TryAddSingleton<MoveDispute>();
        services.TryAddSingleton<OpenDispute>();
        services.TryAddSingleton<MovePayment>();
        services.TryAddSingleton<Hang>();
        services.TryAddSingleton<CreatePayment>();
        services.TryAddSingleton<CancelPayment>();
        services.TryAddSingleton<PayByCard>();
        services.TryAddSingleton<PayByBank>();
        services.TryAddSingleton<CreateRefund>();
        services.AddHostedService<WebhookWorker>();
        services.AddHostedService<DueWorker>();

        // A redirect is a failure, never followed; the factory's own log lines would hold the receiver's address.
        services.AddHttpClient(WebhookSender.ClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();

        return services;
    }
}
