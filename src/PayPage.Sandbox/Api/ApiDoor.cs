using Microsoft.AspNetCore.Http;

namespace PayPage.Sandbox.Api;

/// <summary>Lets in whoever has a well-formed key.</summary>
internal static class ApiDoor
{
    private static readonly object Slot = new();

    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";

        if (Api.ApiKey.Of(context.Request) is not { } key)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return ApiAnswer.Error(
                StatusCodes.Status401Unauthorized, "authentication_error", "Send Authorization: Bearer sk_sandbox_ and 20 or more characters.");
        }

        context.Items[Slot] = key;
        return await next(call);
    }

    /// <summary>Who calls; only behind <see cref="CheckAsync"/>.</summary>
    public static ApiKey ApiKey(this HttpContext context) => (ApiKey)context.Items[Slot]!;
}
