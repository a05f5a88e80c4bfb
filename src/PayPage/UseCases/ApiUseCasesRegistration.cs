using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PayPage.UseCases.Calls;
using PayPage.UseCases.Keys;
using PayPage.UseCases.Merchants;

namespace PayPage.UseCases;

/// <summary>Who may call, how often, and what becomes of a call that comes twice.</summary>
internal static class ApiUseCasesRegistration
{
    public static IServiceCollection AddApiUseCases(this IServiceCollection services)
    {
        services.AddOptions<CallLimitOptions>().BindConfiguration(CallLimitOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<CallLimitOptions>, CallLimitOptionsValidator>();
        services.TryAddSingleton<CountCalls>();
        services.TryAddSingleton<KeyUses>();

        Add<FindCaller>();
        Add<FindSigner>();
        Add<ListKeys>();
        Add<MakeKey>();
        Add<RevokeKey>();
        Add<SpendSignature>();
        Add<WriteKeyUses>();
        Add<ClaimCall>();
        Add<KeepAnswer>();
        Add<ForgetCalls>();
        return services;

        void Add<T>()
            where T : class => services.TryAddScoped<T>();
    }
}
