using Microsoft.Extensions.Primitives;
using PayPage.Api.Calls;
using PayPage.Api.Signing;
using PayPage.UseCases.Keys;
using PayPage.UseCases.Merchants;

namespace PayPage.Api;

/// <summary>Who calls: a key that is sent (<c>Authorization: Bearer</c>), or a secret that signed the call. Asked before anything of the body is understood.</summary>
/// <remarks>Never in the address: those end up in logs. Two ways at once are none: which of them would count?</remarks>
internal sealed class ApiKeyFilter(KeyUses uses, FailureFence fence, TimeProvider clock) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private const int LongestKey = 500;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;

        if (await KnownAsync(call) is not { } known)
        {
            call.Response.Headers.WWWAuthenticate = "Bearer";
            return fence.Wait(call) is { } wait ? call.RefuseForNow(wait) : call.Refuse(Refusal.NotAuthenticated);
        }

        call.Features.Set(known);
        call.Features.Set(known.Caller);
        uses.Tell(known.Id, clock.GetUtcNow());
        return await next(context);
    }

    private static async Task<KnownKey?> KnownAsync(HttpContext call)
    {
        var services = call.RequestServices;
        var headers = call.Request.Headers;

        return (headers.Authorization.Count > 0, headers.ContainsKey(SignatureHeader.Name)) switch
        {
            (false, true) => await services.GetRequiredService<CheckSignature>().HandleAsync(call, call.RequestAborted),
            (true, false) when TokenIn(headers.Authorization) is { } token => await services.GetRequiredService<CheckToken>().HandleAsync(token, call, call.RequestAborted),
            (true, false) when KeyIn(headers.Authorization) is { } key => await services.GetRequiredService<FindCaller>().HandleAsync(key, call.RequestAborted),
            _ => null,
        };
    }

    /// <returns>Null unless there is exactly one well-formed header.</returns>
    internal static string? KeyIn(StringValues headers) => BearerIn(headers, LongestKey);

    /// <summary>A token has two dots and begins with a JSON object in Base64; no key of ours does.</summary>
    private static string? TokenIn(StringValues headers) =>
        BearerIn(headers, CheckToken.Longest) is { } text && text.StartsWith("eyJ", StringComparison.Ordinal) && text.Count(c => c == '.') == 2 ? text : null;

    private static string? BearerIn(StringValues headers, int longest)
    {
        if (headers is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = header[Scheme.Length..].Trim();
        return text.Length > 0 && text.Length <= longest && text.All(c => c is > ' ' and < '\x7f') ? text : null;
    }
}
