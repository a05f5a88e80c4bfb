using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Sandbox.Payments;

namespace PayPage.Sandbox.Pages;

/// <summary>A form of another site may not post for a payer.</summary>
internal static class SameOriginOnly
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        return HttpMethods.IsPost(context.Request.Method) && !Allows(context)
            ? PageFrame.Page(context, "Refused", Html.Of($"<p>This form was sent from another site.</p>"), StatusCodes.Status403Forbidden)
            : await next(call);
    }

    private static bool Allows(HttpContext context)
    {
        var request = context.Request;
        return (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString()) switch
        {
            // It says all when it is there: no page can forge it.
            ({ Length: > 0 } site, _) => site is "same-origin" or "none",
            (_, { Length: > 0 } origin) => IsOurs(context, origin),

            // Neither: not a browser, so nobody's clicks are abused.
            _ => true,
        };
    }

    // As the request came, or as payers see us when a proxy stands between.
    private static bool IsOurs(HttpContext context, string origin) =>
        string.Equals(origin, $"{context.Request.Scheme}://{context.Request.Host}", StringComparison.OrdinalIgnoreCase)
        || string.Equals(
            origin,
            context.RequestServices.GetRequiredService<PaymentViews>().Origin.GetLeftPart(UriPartial.Authority),
            StringComparison.OrdinalIgnoreCase);
}
