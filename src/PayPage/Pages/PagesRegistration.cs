using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using PayPage.Pages.Office.Invoices;
using PayPage.Pages.Office.OneInvoice;
using PayPage.Pages.Office.Previews;
using PayPage.UseCases.Previews;

namespace PayPage.Pages;

internal static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AddFolderApplicationModelConvention("/", OnlyItsOwnMethods);
            pages.Conventions.AddPageRoute("/Pay/OnlyAPreview", $"/s/{ImagineLink.Code}");    // the short form of the same
        });

        services.AddSingleton<PayStyle>();
        services.AddScoped<FramedPreview>();
        services.AddScoped<FormReader>();
        services.AddScoped<RefundProof>();

        // Letters of all scripts as they are; what has a meaning in HTML is encoded all the same.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Over HTTPS too: a pay page must fit one round trip. What a stranger typed is never in a compressed answer.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });

        // Each answer is packed anew: the last tenth of its size would cost more than making it (docs/benchmarks.md).
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>Left alone, Razor Pages answers TRACE and OPTIONS with the page itself. What a page does not handle is 405.</summary>
    private static void OnlyItsOwnMethods(PageApplicationModel page)
    {
        var handled = page.HandlerMethods.Select(m => m.HttpMethod.ToUpperInvariant()).Distinct();
        page.EndpointMetadata.Add(new HttpMethodMetadata([.. handled, .. handled.Contains("GET") ? ["HEAD"] : Array.Empty<string>()]));
    }
}
