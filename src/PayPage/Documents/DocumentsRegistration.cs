using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.Domain.Documents;

namespace PayPage.Documents;

internal static class DocumentsRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton<IDocumentRenderer, PdfRenderer>();
        return services;
    }
}
