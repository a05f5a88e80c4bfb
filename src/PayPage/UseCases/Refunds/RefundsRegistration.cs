using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PayPage.UseCases.Refunds;

internal static class RefundsRegistration
{
    public static IServiceCollection AddRefunds(this IServiceCollection services)
    {
        services.TryAddScoped<FollowRefund>();
        services.TryAddScoped<MakeRefund>();
        services.TryAddScoped<AdoptRefund>();
        services.TryAddScoped<AskForRefund>();
        services.TryAddScoped<RetryRefund>();
        services.TryAddScoped<NoteDenial>();
        return services;
    }
}
