using PayPage.Domain.Links;

namespace PayPage.Pages;

/// <summary>Our cookies: no script reads them, and they come along when the payer returns from another origin.</summary>
internal static class OwnCookie
{
    public static void Set(HttpContext context, string name, string value, string path, TimeSpan life) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true,
            Secure = context.IsSeenAsHttps(),
            SameSite = SameSiteMode.Lax,
            Path = path,
            MaxAge = life,
            IsEssential = true,
        });

    /// <summary>Behind a proxy that ends TLS the request itself is plain; the public address tells what the browser sees.</summary>
    public static bool IsSeenAsHttps(this HttpContext context) => context.Request.IsHttps
        || context.RequestServices.GetRequiredService<ISiteAddresses>().Origin.StartsWith("https:", StringComparison.Ordinal);
}
