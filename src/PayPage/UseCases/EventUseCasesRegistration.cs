using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PayPage.UseCases.Events;
using PayPage.UseCases.Webhooks;

namespace PayPage.UseCases;

/// <summary>How merchants' systems hear of what happens. What the back office does with endpoints stands with the back office.</summary>
internal static class EventUseCasesRegistration
{
    public static IServiceCollection AddEventUseCases(this IServiceCollection services)
    {
        services.AddOptions<EventOptions>().BindConfiguration(EventOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<EventOptions>, EventOptionsValidator>();

        Add<WriteEvents>();
        Add<Announce>();
        Add<FindOverdue>();
        Add<ReadFeed>();
        Add<ForgetEvents>();
        Add<TellOfEndpoint>();
        Add<ClaimDelivery>();
        Add<RecordAttempt>();
        Add<SendDelivery>();
        return services;

        void Add<T>()
            where T : class => services.TryAddScoped<T>();
    }
}
