using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Team;
using PayPage.Pages.Office;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>Every page of the back office with every verb and every form, read from the route table of the running site: a new page is in it by itself.</summary>
internal static class OfficeRoutes
{
    public static async Task<IReadOnlyList<OfficeRoute>> OfAsync(RunningSite site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var routes = new List<OfficeRoute>();

        foreach (var endpoint in site.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                && endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("merchant", StringComparison.OrdinalIgnoreCase) == true)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                routes.AddRange(compiled.HandlerMethods.Where(handler => handler.HttpMethod is "Get" or "Post").Select(handler => new OfficeRoute(
                    endpoint.RoutePattern.RawText.TrimStart('/'), handler.HttpMethod.ToUpperInvariant(), handler.Name ?? "", compiled.ModelTypeInfo!.AsType(),
                    [.. Needs(compiled.ModelTypeInfo), .. Needs(handler.MethodInfo)])));
            }
        }

        return [.. routes.OrderBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => r.Verb, StringComparer.Ordinal).ThenBy(r => r.Handler, StringComparer.Ordinal)];
    }

    private static IEnumerable<Right> Needs(MemberInfo member) =>
        member.GetCustomAttributes<NeedsAttribute>(inherit: true).Select(n => n.Right);
}

/// <param name="Pattern">As routed, e.g. <c>merchant/{merchant}/invoices/{number}</c>.</param>
/// <param name="Handler">The form's handler; empty: the page's own.</param>
/// <param name="Needs">The page's right first, then the form's own.</param>
internal sealed partial record OfficeRoute(string Pattern, string Verb, string Handler, Type Model, IReadOnlyList<Right> Needs)
{
    public bool IsOfMerchant => typeof(OfficePage).IsAssignableFrom(Model);

    public bool IsOfOperator => typeof(OperatorPage).IsAssignableFrom(Model);

    public bool IsSignedIn => typeof(SignedInPage).IsAssignableFrom(Model);

    /// <summary>What stands in braces beside the merchant.</summary>
    public IReadOnlyList<string> Names => [.. Braces().Matches(Pattern).Select(m => m.Groups[1].Value).Where(name => name != "merchant")];

    /// <param name="values">For each name in braces.</param>
    public string Path(IReadOnlyDictionary<string, string> values)
    {
        var path = Braces().Replace(Pattern, match => values.TryGetValue(match.Groups[1].Value, out var value)
            ? Uri.EscapeDataString(value)
            : throw new InvalidOperationException($"{Pattern}: say in OfficeThings what stands for {match.Value}."));
        return $"/{path}{(Handler.Length == 0 ? "" : $"?handler={Handler}")}";
    }

    public override string ToString() => $"{Verb} /{Pattern}{(Handler.Length == 0 ? "" : $"?handler={Handler}")}";

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Braces();
}
