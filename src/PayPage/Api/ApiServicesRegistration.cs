using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PayPage.Api.Calls;
using PayPage.Api.Signing;
using PayPage.Hosting;
using PayPage.UseCases.Calls;

namespace PayPage.Api;

/// <summary>What stands in front of all routes for machines.</summary>
internal static class ApiServicesRegistration
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.TryAddSingleton<RequestIds>();
        services.TryAddScoped<CheckSignature>();
        services.TryAddScoped<CheckToken>();
        services.TryAddSingleton(s =>
        {
            var fence = new RateFencesByAddress(s.GetRequiredService<IOptions<CallLimitOptions>>().Value.ApiFailuresPerAddress, Minute, s.GetRequiredService<TimeProvider>());
            return new FailureFence(call => fence.Wait(call.Connection.RemoteIpAddress));
        });
        return services;
    }

    /// <summary>In front of whatever may answer instead of a route: it too is to say who was answered, and in a shape that machines read.</summary>
    public static void UseApi(this IApplicationBuilder site) => site.UseWhen(IsOfMachines, api =>
    {
        var ids = api.ApplicationServices.GetRequiredService<RequestIds>();
        api.Use((call, next) => ids.InvokeAsync(call, next));
        api.Use(async (call, next) =>
        {
            await next(call);

            // Of what no route answered, all there is is a number.
            if (call.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest and < StatusCodes.Status500InternalServerError, ContentLength: null, ContentType: null })
            {
                call.Response.Headers.CacheControl = "no-store";
                await call.Refuse(Refusal.Of(call.Response.StatusCode)).ExecuteAsync(call);
            }
        });
    });

    /// <summary>Behind the guard, which gives failures their words: who calls, how often, what he may, and whether it came before.</summary>
    public static RouteGroupBuilder ForCallers(this RouteGroupBuilder routes) => routes
        .AddEndpointFilter<RouteGroupBuilder, ApiKeyFilter>()
        .AddEndpointFilter<RouteGroupBuilder, CallLimitFilter>()
        .AddEndpointFilter<RouteGroupBuilder, ScopeFilter>()
        .AddEndpointFilter<RouteGroupBuilder, IdempotencyFilter>();

    private static bool IsOfMachines(HttpContext call) =>
        call.Request.Path.StartsWithSegments(ApiRegistration.DialectRoot, StringComparison.OrdinalIgnoreCase)
        || call.Request.Path.StartsWithSegments(ApiRegistration.OwnRoot, StringComparison.OrdinalIgnoreCase);
}
