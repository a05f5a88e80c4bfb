using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.Files;

internal static class FilesRegistration
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.TryAddSingleton<IRowFiles, CsvRowFiles>();
        return services;
    }
}
