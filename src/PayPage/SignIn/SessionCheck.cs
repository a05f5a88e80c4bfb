using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PayPage.Domain.Team;
using PayPage.UseCases.Team;

namespace PayPage.SignIn;

/// <summary>At each request: is the cookie's session still one, and the account as it was when it was given?</summary>
internal static class SessionCheck
{
    internal const string SessionClaim = "session";

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var stamp = http.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var isChange = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);

        if (context.Principal is { } principal && Read(principal) is var (user, session)
            && await http.RequestServices.GetRequiredService<OfficeSessions>().FindAsync(
                user, session, principal.FindFirstValue(stamp), isChange, http.RequestAborted) is { } person)
        {
            http.Features.Set(person);
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Who is signed in at this request; null: nobody.</summary>
    public static Person? PersonHere(this HttpContext context) => context.Features.Get<Person>();

    internal static (UserId User, SessionId Session)? Read(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
        && Guid.TryParse(principal.FindFirstValue(SessionClaim), out var session)
            ? (new UserId(user), new SessionId(session))
            : null;
}
