using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PayPage.Domain.Links;
using PayPage.UseCases.Links;

namespace PayPage.Hosting;

/// <summary>What stands in front of the payers' pages: fences, quiet counting, and a page for those who make previews.</summary>
internal static class PayerFences
{
    public static IServiceCollection AddPayerFences(this IServiceCollection services)
    {
        services.AddOptions<RateFenceOptions>().BindConfiguration(RateFenceOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<RateFenceOptions>, RateFenceOptionsValidator>();
        services.TryAddSingleton<RateFences>();
        return services;
    }

    /// <summary>Behind the problem pages, which give a refusal its words, and before routing.</summary>
    public static void UsePayerFences(this WebApplication app)
    {
        var fences = app.Services.GetRequiredService<RateFences>();
        app.Use((context, next) => fences.InvokeAsync(context, next));
        app.Use(CountAsync);
        app.Use(ShowPreviewersNothing);
    }

    /// <summary>Tells the queue who came to a link's page. After the answer, in memory, and without waiting: a GET writes nothing on its way.</summary>
    private static async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Features.Get<PayerPath>();    // as it was asked: the page that answers may be another
        await next(context);

        if (path is { IsThePage: true } && IsReading(context.Request) && context.Response.StatusCode < StatusCodes.Status400BadRequest
            && path.AddressHash(context.RequestServices.GetRequiredService<ILinkTokens>()) is { } hash)
        {
            var kind = VisitKinds.Of(context.Request.Method, context.Request.Headers);
            var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            context.RequestServices.GetRequiredService<VisitQueue>().Tell(new Visit(hash, path.IsShort, kind, now));
        }
    }

    /// <summary>Whatever lies behind the address, and whether anything does: a preview is read by strangers.</summary>
    private static Task ShowPreviewersNothing(HttpContext context, RequestDelegate next)
    {
        if (PayerPath.Of(context.Request.Path) is { IsShort: false } && IsReading(context.Request)
            && VisitKinds.IsPreviewer(context.Request.Headers.UserAgent.ToString()))
        {
            context.Request.Path = "/preview";
        }

        return next(context);
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
