using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PayPage.Data.Users;
using PayPage.Domain.Team;

namespace PayPage.SignIn;

/// <summary>Every way in ends here, whatever was asked on it: a session is begun and the cookie names it.</summary>
internal sealed class OfficeSignInManager(
    UserManager<OfficeUser> users, IHttpContextAccessor context, IUserClaimsPrincipalFactory<OfficeUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<OfficeUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<OfficeUser> confirmation,
    OfficeSessions sessions, IOptions<SignInOptions> own, TimeProvider clock)
    : SignInManager<OfficeUser>(users, context, claims, options, log, schemes, confirmation)
{
    public override async Task SignInWithClaimsAsync(OfficeUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var here = Context.PersonHere();
        var id = new UserId(user.Id);

        // The same person on in the same browser, with another password say: the session goes on.
        var session = here?.Id == id
            ? here.Session
            : await sessions.BeginAsync(id, Device.Of(Context.Request.Headers.UserAgent), $"{Context.Connection.RemoteIpAddress}", Context.RequestAborted);

        if (authenticationProperties is { IsPersistent: true, ExpiresUtc: null })
        {
            authenticationProperties.ExpiresUtc = clock.GetUtcNow() + TimeSpan.FromDays(own.Value.StayDays);
        }

        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, new Claim(SessionCheck.SessionClaim, $"{session.Value:N}")]);
    }

    public override async Task SignOutAsync()
    {
        if (Context.PersonHere() is { } here)
        {
            await sessions.EndAsync(here.Id, here.Session, CancellationToken.None);
        }

        await base.SignOutAsync();
    }
}
