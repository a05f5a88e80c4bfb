using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace PayPage.Hosting;

/// <summary>
/// Says 413 to what is announced as larger than its address takes. Otherwise the first to read the form finds out, and that is the judge
/// of its token: he would call the form too old.
/// </summary>
internal static class TooLarge
{
    // Browsers read an answer only when they have sent everything. What is larger still is cut off.
    private const long MostSwallowed = 100 * 1024 * 1024;

    /// <summary>Behind routing, which knows how much an address takes.</summary>
    public static IApplicationBuilder UseTooLarge(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var isProblemPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

        if (isProblemPage || limit?.MaxRequestBodySize is not { } most || !(context.Request.ContentLength is { } length && length > most))
        {
            await next(context);
            return;
        }

        if (length <= MostSwallowed && !limit.IsReadOnly)
        {
            limit.MaxRequestBodySize = null;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });
}
