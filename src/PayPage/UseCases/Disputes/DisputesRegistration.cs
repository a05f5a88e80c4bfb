using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.UseCases.Home;

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
        services.TryAddScoped<FindDisputed>();
        services.TryAddScoped<ShowDispute>();
        services.TryAddScoped<ListDisputes>();
        services.TryAddScoped<PackEvidence>();
        return services;
    }
}
