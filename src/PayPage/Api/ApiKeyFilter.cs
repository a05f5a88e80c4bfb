using Microsoft.Extensions.Primitives;
using PayPage.UseCases;
using PayPage.UseCases.Merchants;

namespace PayPage.Api;

/// <summary>Who calls: <c>Authorization: Bearer key</c>, and nothing else. Asked before anything of the body is read.</summary>
/// <remarks>Never in the address: those end up in logs.</remarks>
/// <param name="refuse">The answer to whoever is not known, in the words of the API that he called.</param>
internal sealed class ApiKeyFilter(Func<IResult> refuse) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private const int LongestKey = 500;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        var findCaller = call.RequestServices.GetRequiredService<FindCaller>();

        if (KeyIn(call.Request.Headers.Authorization) is not { } key
            || await findCaller.HandleAsync(key, call.RequestAborted) is not { } caller)
        {
            call.Response.Headers.WWWAuthenticate = "Bearer";
            return refuse();
        }

        call.Features.Set(caller);
        return await next(context);
    }

    /// <returns>Null unless there is exactly one well-formed header.</returns>
    internal static string? KeyIn(StringValues headers)
    {
        if (headers is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var key = header[Scheme.Length..].Trim();
        return key.Length is > 0 and <= LongestKey && key.All(c => c is > ' ' and < '\x7f') ? key : null;
    }
}

internal static class ApiCaller
{
    /// <summary>For whom this call is made. There is one behind <see cref="ApiKeyFilter"/>.</summary>
    public static Caller Of(HttpContext call) => call.Features.Get<Caller>()
        ?? throw new InvalidOperationException("This address is not behind the API key filter.");
}
