using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PayPage.UseCases.Fort;

internal static class FortRegistration
{
    public static IServiceCollection AddFortUseCases(this IServiceCollection services)
    {
        services.TryAddScoped<FindFortCaller>();
        services.TryAddScoped<FindFortLink>();
        services.TryAddScoped<JudgeFortCall>();
        services.TryAddScoped<KeepFortLink>();
        services.TryAddScoped<CreateFortLink>();
        services.TryAddScoped<TurnFortLink>();
        services.TryAddScoped<UpdateFortLink>();
        services.TryAddScoped<WriteFortResult>();
        services.TryAddScoped<PromiseFeedback>();
        services.TryAddScoped<ClaimFeedback>();
        services.TryAddScoped<ComposeFeedback>();
        services.TryAddScoped<SendFeedback>();
        services.TryAddScoped<ShowFortDoor>();
        services.TryAddScoped<ChangeFortDoor>();
        return services;
    }
}
