using System.Text;
using Microsoft.AspNetCore.Http;

namespace PayPage.Sandbox.Pages;

/// <summary>What all pages share: the banner, the headers, the answer.</summary>
internal static class PageFrame
{
    public const string StyleSheet = "/sandbox/sandbox.css";

    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static IResult Page(HttpContext context, string title, Html body, int status = StatusCodes.Status200OK)
    {
        Protect(context);
        var page = Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} - TEST</title>
              <link rel="stylesheet" href="{StyleSheet}">
            </head>
            <body>
              <p class="banner" role="note"><strong>TEST</strong> This is a sandbox. No real money moves here.</p>
              <main>
                <h1>{title}</h1>
                {body}
              </main>
            </body>
            </html>
            """);
        return Results.Content(page.Markup, "text/html", Encoding.UTF8, status);
    }

    /// <summary>To an address of this origin, as GET.</summary>
    public static IResult SeeOther(HttpContext context, string path)
    {
        Protect(context);
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static void Protect(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";

        // Not no-referrer: with it, our own forms post with "Origin: null".
        headers["Referrer-Policy"] = "same-origin";
    }
}
