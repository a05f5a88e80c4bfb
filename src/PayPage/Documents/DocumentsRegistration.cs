using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.Documents.Evidence;
using PayPage.Documents.Qr;
using PayPage.Domain.Documents;

namespace PayPage.Documents;

internal static class DocumentsRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton<IDocumentRenderer, PdfRenderer>();
        services.TryAddSingleton<IQrRenderer, QrRenderer>();
        services.TryAddSingleton<IFilePacker, ZipPacker>();
        return services;
    }
}
