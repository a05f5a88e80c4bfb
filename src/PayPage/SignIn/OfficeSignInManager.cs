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
    private const string WaitingClaim = "waiting";
    private const string WaitingStampClaim = "waiting-stamp";

    public override async Task SignInWithClaimsAsync(OfficeUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var here = Context.PersonHere();
        var id = new UserId(user.Id);

        if (authenticationProperties is { IsPersistent: true, ExpiresUtc: null })
        {
            authenticationProperties.ExpiresUtc = clock.GetUtcNow() + TimeSpan.FromDays(own.Value.StayDays);
        }

        // The same person on in the same browser, with another password say: the session goes on, for as long as the cookie that is given now.
        var until = authenticationProperties?.ExpiresUtc ?? clock.GetUtcNow() + TimeSpan.FromHours(own.Value.IdleHours);
        var session = here?.Id == id
            ? here.Session
            : await sessions.BeginAsync(id, Device.Of(Context.Request.Headers.UserAgent), $"{Context.Connection.RemoteIpAddress}", until, Context.RequestAborted);

        if (here?.Id == id)
        {
            await sessions.RenewAsync(id, session, until, Context.RequestAborted);
        }

        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, new Claim(SessionCheck.SessionClaim, $"{session.Value:N}")]);
    }

    /// <summary>The first step is done. Whoever has a second factor waits at the next door, for as long as the cookie of that step lives.</summary>
    /// <returns>False when the person waits there; else he is in.</returns>
    public async Task<bool> EnterAsync(OfficeUser user, bool stay)
    {
        if (!user.TwoFactorEnabled)
        {
            await SignInAsync(user, stay);
            return true;
        }

        var waiting = new ClaimsIdentity(
            [new Claim(WaitingClaim, $"{user.Id:N}"), new Claim(WaitingStampClaim, user.SecurityStamp ?? "")], IdentityConstants.TwoFactorUserIdScheme);
        await Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(waiting));
        return false;
    }

    /// <summary>Who gave the right password in this browser and has not changed it since; null: nobody waits.</summary>
    public async Task<OfficeUser?> WaitingAsync()
    {
        var waiting = (await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;

        return waiting?.FindFirstValue(WaitingClaim) is { } id && await UserManager.FindByIdAsync(id) is { } user
            && user.SecurityStamp == waiting.FindFirstValue(WaitingStampClaim)
                ? user
                : null;
    }

    /// <summary>The last step is done.</summary>
    public async Task LetInAsync(OfficeUser user, bool stay)
    {
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SignInAsync(user, stay);
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
