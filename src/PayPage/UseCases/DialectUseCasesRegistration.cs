using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.UseCases.Fields;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Merchants.Dialect;

namespace PayPage.UseCases;

/// <summary>What merchants' systems settle in Visa Acceptance's dialect, and what the back office has of it.</summary>
internal static class DialectUseCasesRegistration
{
    public static IServiceCollection AddDialectUseCases(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new BackAddressRules(provider.GetService<IHostEnvironment>()?.IsDevelopment() == true));

        Add<ChangePayPage>();
        Add<ShowInvoiceSettings>();
        Add<ChangeInvoiceSettings>();
        Add<FillDefaults>();
        Add<ListFields>();
        Add<WriteField>();
        Add<JudgeFields>();
        return services;

        void Add<T>()
            where T : class => services.TryAddScoped<T>();
    }
}
