using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PayPage.Data;
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

    /// <summary>A cookie in the second half of its life is given anew: its session lasts as long. The one thing that reading writes, and seldom.</summary>
    public static async Task RenewAsync(CookieSlidingExpirationContext context)
    {
        var services = context.HttpContext.RequestServices;

        if (!context.ShouldRenew || context.Principal is not { } principal || Read(principal) is not var (user, session))
        {
            return;
        }

        var until = services.GetRequiredService<TimeProvider>().GetUtcNow() + context.ElapsedTime + context.RemainingTime;

        try
        {
            await services.GetRequiredService<OfficeSessions>().RenewAsync(user, session, until, context.HttpContext.RequestAborted);
        }
        catch (StoreBusyException)
        {
            context.ShouldRenew = false;    // reading goes on; the next request is as good
        }
    }

    /// <summary>Who is signed in at this request; null: nobody.</summary>
    public static Person? PersonHere(this HttpContext context) => context.Features.Get<Person>();

    internal static (UserId User, SessionId Session)? Read(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
        && Guid.TryParse(principal.FindFirstValue(SessionClaim), out var session)
            ? (new UserId(user), new SessionId(session))
            : null;
}
