using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Accounts;

/// <summary>Accounts at processors, and what comes of their keys and events.</summary>
internal static class AccountsRegistration
{
    public static IServiceCollection AddAccountUseCases(this IServiceCollection services)
    {
        services.TryAddScoped<ShowAccounts>();
        services.TryAddScoped<WriteAccount>();
        services.TryAddScoped<SwitchAccount>();
        services.TryAddScoped<TellOfAccount>();
        services.TryAddScoped<FindTakes>();
        services.TryAddScoped<HearOfKey>();
        services.TryAddScoped<ApplyEvent>();
        services.TryAddScoped<CatchUpEvents>();
        return services;
    }
}
