using Microsoft.AspNetCore.Diagnostics;
using PayPage.Data;

namespace PayPage.Hosting;

/// <summary>What a person sees when something is wrong. Machines get their own shapes from Api and Hooks.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(ProblemAt("/problem/500"));
        app.UseWhen(IsBackOffice, office => office.UseExceptionHandler(ProblemAt("/merchant/problem/500")));
        app.UseWhen(IsForAPayer, people => people.UseStatusCodePagesWithReExecute("/problem/{0}"));
        app.UseWhen(IsBackOffice, office => office.UseStatusCodePagesWithReExecute("/merchant/problem/{0}"));

        // Whatever was asked, a problem is read with GET.
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
                AskToWait(context);
            }

            return next(context);
        });

        // Machines read no pages: for them the same in RFC 9457's words.
        app.UseWhen(context => !IsForAPerson(context), machines => machines.UseStatusCodePages(SayThatItWasTooMuchAsync));
        app.UseWhen(context => !IsForAPerson(context), machines => machines.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context =>
            {
                AskToWait(context);
                return Results.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context);
            },
            StatusCodeSelector = StatusOf,
        }));
    }

    private static bool IsBackOffice(HttpContext context) => context.Request.Path.StartsWithSegments("/merchant", StringComparison.OrdinalIgnoreCase);

    private static bool IsForAPayer(HttpContext context) => IsForAPerson(context) && !IsBackOffice(context);

    private static ExceptionHandlerOptions ProblemAt(string path) => new()
    {
        ExceptionHandlingPath = path,
        AllowStatusCode404Response = true,
        StatusCodeSelector = StatusOf,
    };

    public static bool IsForAPerson(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/invoicing", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/FortAPI", StringComparison.OrdinalIgnoreCase)
        && context.Request.Path.Value?.EndsWith(".json", StringComparison.Ordinal) != true
        && !context.Request.Path.StartsWithSegments("/hooks", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/sandbox", StringComparison.Ordinal);

    /// <summary>Fences answer without a body. Other bare statuses are their doors' own.</summary>
    private static Task SayThatItWasTooMuchAsync(StatusCodeContext context) => context.HttpContext.Response.StatusCode == StatusCodes.Status429TooManyRequests
        ? Results.Problem(statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context.HttpContext)
        : Task.CompletedTask;

    private static int StatusOf(Exception e) => e is StoreBusyException || StoreFault.Of(e) is not null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    private static void AskToWait(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "5";
        }
    }
}
