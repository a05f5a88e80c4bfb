using Microsoft.AspNetCore.Http;

namespace PayPage.Sandbox.Pages;

/// <summary>The one style sheet, carried inside the assembly.</summary>
internal static class StyleSheet
{
    private static readonly byte[] Bytes = Load();

    public static IResult Serve(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(Bytes, "text/css; charset=utf-8");
    }

    private static byte[] Load()
    {
        using var resource = typeof(StyleSheet).Assembly.GetManifestResourceStream("sandbox.css")!;    // embedded by the project file
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
