using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.Processors.Stripe;
#if STRIPE_NET
using Microsoft.Extensions.Options;
using PayPage.Processors.StripeNet;
#endif

namespace PayPage.Processors;

/// <summary>Which client of Stripe's API the product uses: the one place that knows how it was built.</summary>
internal static class StripeApiRegistration
{
#if STRIPE_NET
    public static bool HasStripeNet => true;

    public static IServiceCollection AddStripeApi(this IServiceCollection services)
    {
        services.TryAddSingleton<HttpStripeApi>();
        services.TryAddSingleton<StripeNetApi>();
        services.TryAddSingleton<IStripeApi>(all => all.GetRequiredService<IOptions<StripeOptions>>().Value.Client == StripeClientKind.Http
            ? all.GetRequiredService<HttpStripeApi>()
            : all.GetRequiredService<StripeNetApi>());
        return services;
    }
#else
    public static bool HasStripeNet => false;

    public static IServiceCollection AddStripeApi(this IServiceCollection services)
    {
        services.TryAddSingleton<IStripeApi, HttpStripeApi>();
        return services;
    }
#endif
}
