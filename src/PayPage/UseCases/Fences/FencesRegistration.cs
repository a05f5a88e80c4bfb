using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PayPage.UseCases.Fences;

internal static class FencesRegistration
{
    public static IServiceCollection AddFences(this IServiceCollection services)
    {
        services.AddOptions<FenceOptions>().BindConfiguration(FenceOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<FenceOptions>, FenceOptionsValidator>();
        services.TryAddScoped<TellOfFence>();
        services.TryAddScoped<WatchDeclines>();
        services.TryAddScoped<HearDecline>();
        services.TryAddScoped<FenceAddress>();
        services.TryAddScoped<ForgetAddresses>();
        services.TryAddScoped<EndHeld>();
        services.TryAddScoped<LiftHold>();
        services.TryAddScoped<ComposeFenceMail>();
        return services;
    }
}
