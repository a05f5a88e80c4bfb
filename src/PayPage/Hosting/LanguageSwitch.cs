using PayPage.Pages;
using PayPage.Wording;

namespace PayPage.Hosting;

/// <summary>An address with <c>?lang=de</c> remembers the choice in a cookie and leads to the same address without it: clean, and right for a reload.</summary>
internal static class LanguageSwitch
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public static IApplicationBuilder UseLanguageSwitch(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsGet(context.Request.Method) || Languages.Of(context.Request.Query[ReaderLanguage.Query]) is not { } words)
        {
            return next(context);
        }

        OwnCookie.Set(context, ReaderLanguage.Cookie, words.Tag, "/", Life);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;

        // Only ever our own path: "//host" would lead away.
        context.Response.Headers.Location = $"/{context.Request.Path.ToUriComponent().TrimStart('/', '\\')}";
        return Task.CompletedTask;
    });
}
