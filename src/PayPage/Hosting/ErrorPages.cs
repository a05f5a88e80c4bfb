using Microsoft.AspNetCore.Diagnostics;
using PayPage.Data;

namespace PayPage.Hosting;

/// <summary>What a person sees when something is wrong. Machines get their own shapes from Api and Hooks.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/problem/500",
            AllowStatusCode404Response = true,
            StatusCodeSelector = e => e is StoreBusyException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        app.UseWhen(IsForAPerson, people => people.UseStatusCodePagesWithReExecute("/problem/{0}"));

        // Whatever was asked, a problem is read with GET: no page has to take posts for its sake.
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;

                if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                {
                    context.Response.Headers.RetryAfter = "5";
                }
            }

            return next(context);
        });
    }

    public static bool IsForAPerson(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/invoicing", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/hooks", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/sandbox", StringComparison.Ordinal);
}
