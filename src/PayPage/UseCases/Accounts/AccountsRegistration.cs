using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PayPage.UseCases.Accounts;

internal static class AccountsRegistration
{
    public static IServiceCollection AddAccountUseCases(this IServiceCollection services)
    {
        services.TryAddScoped<ShowAccounts>();
        services.TryAddScoped<WriteAccount>();
        services.TryAddScoped<SwitchAccount>();
        services.TryAddScoped<TellOfAccount>();
        return services;
    }
}
