using PayPage.Domain.Merchants;
using PayPage.UseCases.Keys;

namespace PayPage.Api.Calls;

/// <summary>Whether the key may do this: what only looks needs <c>read</c>, all else <c>write</c>, unless the route says otherwise.</summary>
internal sealed class ScopeFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        var needed = call.GetEndpoint()?.Metadata.GetMetadata<NeededScope>()?.Scope ?? (IsLooking(call.Request) ? ApiScopes.Read : ApiScopes.Write);
        var has = call.Features.Get<KnownKey>()!.Scopes;    // set by the filter before this one

        return has.HasFlag(needed) ? await next(context) : call.Refuse(Missing(needed));
    }

    private static bool IsLooking(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static Refusal Missing(ApiScopes needed)
    {
        var name = string.Join(", ", KeyWords.NamesOf(needed));
        return new Refusal(
            StatusCodes.Status403Forbidden, "scope-missing", $"This key lacks the scope {name}.", $"Use a key that has it, or make one in the back office: Settings, API keys, {name}.");
    }
}

/// <summary>What a route needs where its method does not tell it.</summary>
internal sealed record NeededScope(ApiScopes Scope);

internal static class ScopeOfRoute
{
    /// <summary>Instead of <c>read</c> for GET and <c>write</c> for all else.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder route, ApiScopes scope)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new NeededScope(scope));
}
