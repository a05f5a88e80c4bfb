using System.Globalization;
using PayPage.UseCases.Calls;
using PayPage.UseCases.Keys;

namespace PayPage.Api.Calls;

/// <summary>So many calls a minute for each key; every answer behind it says how many are left.</summary>
/// <remarks>Header fields as in draft 6 of the IETF's RateLimit fields, the form that most clients read. The time is in whole seconds, rounded up.</remarks>
internal sealed class CallLimitFilter(CountCalls counts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        var count = counts.Take(call.Features.Get<KnownKey>()!.Id);    // set by the filter before this one
        var headers = call.Response.Headers;
        headers["RateLimit-Limit"] = Figure(count.Most);
        headers["RateLimit-Remaining"] = Figure(count.Left);
        headers["RateLimit-Reset"] = Figure((long)Math.Ceiling(count.Reset.TotalSeconds));

        return count.IsOver ? call.RefuseForNow(count.Reset) : await next(context);
    }

    private static string Figure(long figure) => figure.ToString(CultureInfo.InvariantCulture);
}
