using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain.Links;
using PayPage.Domain.Team;
using PayPage.SignIn.Codes;
using PayPage.SignIn.Passkeys;
using PayPage.SignIn.Passwords;

namespace PayPage.SignIn;

internal static class SignInRegistration
{
    /// <summary>Where all of the back office lies: its cookies go nowhere else, least of all to payers' pages.</summary>
    public const string Root = "/merchant";

    // OWASP's figure for PBKDF2 with HMAC-SHA-512 (Password Storage Cheat Sheet); Identity's own is less than half of it.
    private const int HashRounds = 210_000;

    /// <summary>How long a sign-in that has begun waits for its second step, or for a passkey.</summary>
    private static readonly TimeSpan StepTime = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>();
        services.AddHttpContextAccessor();
        services.TryAddScoped<IPasswordValidator<OfficeUser>, PasswordJudge>();    // before Identity, which else brings its own
        services.AddIdentityCore<OfficeUser>(ConfigureIdentity)
            .AddEntityFrameworkStores<PayPageDbContext>()
            .AddSignInManager<OfficeSignInManager>()
            .AddDefaultTokenProviders();
        services.AddOptions<PasswordHasherOptions>().Configure(hasher => hasher.IterationCount = HashRounds);
        services.AddOptions<DataProtectionTokenProviderOptions>().Configure(tokens => tokens.TokenLifespan = IAccounts.ResetTime);
        services.AddOptions<IdentityPasskeyOptions>().Configure<ISiteAddresses>(ConfigurePasskeys);

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        AddCookies(services);

        AddDoors(services);
        AddAccounts(services);
        services.TryAddSingleton<SetUpCode>();
        services.AddHostedService<SetUpNotice>();
        return services;
    }

    private static void AddDoors(IServiceCollection services)
    {
        services.TryAddScoped<OfficeSessions>();
        services.TryAddScoped<Tries>();
        services.TryAddScoped<PasswordDoor>();
        services.TryAddScoped<CodeDoor>();
        services.TryAddScoped<PasskeyDoor>();
        services.TryAddScoped<OneTimeDoor>();
        services.TryAddScoped<LeaveDoor>();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.TryAddScoped<NewPeople>();
        services.TryAddScoped<FirstPerson>();
        services.TryAddScoped<JoinTeam>();
        services.TryAddScoped<IAccounts, Accounts>();
        services.TryAddScoped<AccountChange>();
        services.TryAddScoped<PasswordGate>();
        services.TryAddScoped<FreshProof>();
        services.TryAddScoped<ChangePassword>();
        services.TryAddScoped<ForgottenPassword>();
        services.TryAddSingleton<SecondFactorRows>();
        services.TryAddScoped<OwnAuthenticator>();
        services.TryAddScoped<OwnPasskeys>();
        services.TryAddScoped<OwnSessions>();
        services.TryAddScoped<LookAfterPeople>();
    }

    private static void ConfigureIdentity(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";    // the e-mail address is the name, whatever letters it has
    }

    /// <summary>Bound to the address that people know, which no request can say otherwise; found by the device without a name; with a finger, a face or a PIN.</summary>
    private static void ConfigurePasskeys(IdentityPasskeyOptions passkeys, ISiteAddresses site)
    {
        passkeys.ServerDomain = site.Host;
        passkeys.ResidentKeyRequirement = "required";
        passkeys.UserVerificationRequirement = "required";
        passkeys.AuthenticatorTimeout = StepTime;
        passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == site.Origin);
    }

    private static void AddCookies(IServiceCollection services)
    {
        foreach (var (scheme, name) in new[]
        {
            (IdentityConstants.ApplicationScheme, "paypage-office"),
            (IdentityConstants.TwoFactorUserIdScheme, "paypage-second-step"),
            (IdentityConstants.TwoFactorRememberMeScheme, "paypage-second-known"),
            (IdentityConstants.ExternalScheme, "paypage-external"),
        })
        {
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<ISiteAddresses, IOptions<SignInOptions>>((cookies, site, own) =>
            {
                Bound(cookies.Cookie, name, site);
                var isStep = scheme == IdentityConstants.TwoFactorUserIdScheme;
                cookies.ExpireTimeSpan = isStep ? StepTime : TimeSpan.FromHours(own.Value.IdleHours);
                cookies.SlidingExpiration = !isStep;
            });
        }

        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure(cookies =>
            {
                cookies.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
                cookies.Events.OnCheckSlidingExpiration = SessionCheck.RenewAsync;
            });
        services.AddOptions<CookieTempDataProviderOptions>().Configure<ISiteAddresses>((said, site) => Bound(said.Cookie, "paypage-said", site));
        services.AddOptions<AntiforgeryOptions>().Configure<ISiteAddresses>((forms, site) => Bound(forms.Cookie, "paypage-form", site));
    }

    private static void Bound(CookieBuilder cookie, string name, ISiteAddresses site)
    {
        cookie.Name = name;
        cookie.Path = Root;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;    // not Strict: a link in a mail to a colleague must find him signed in
        cookie.IsEssential = true;
        cookie.SecurePolicy = site.Origin.StartsWith("https:", StringComparison.Ordinal) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
