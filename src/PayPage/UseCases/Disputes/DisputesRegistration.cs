using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PayPage.UseCases.Disputes;

internal static class DisputesRegistration
{
    public static IServiceCollection AddDisputes(this IServiceCollection services)
    {
        services.TryAddScoped<TellOfDispute>();
        services.TryAddScoped<FollowDispute>();
        services.TryAddScoped<AdoptDisputes>();
        services.TryAddScoped<RecordDispute>();
        services.TryAddScoped<ComposeDisputeMail>();
        return services;
    }
}
