using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain.Links;

namespace PayPage.SignIn;

internal static class SignInRegistration
{
    /// <summary>Where all of the back office lies: its cookies go nowhere else, least of all to payers' pages.</summary>
    public const string Root = "/merchant";

    private const int ShortestPassword = 12;

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>();
        services.AddHttpContextAccessor();
        services.AddIdentityCore<OfficeUser>(ConfigureIdentity)
            .AddEntityFrameworkStores<PayPageDbContext>()
            .AddSignInManager<OfficeSignInManager>()
            .AddDefaultTokenProviders();
        services.AddOptions<IdentityOptions>().Configure<IOptions<SignInOptions>>((identity, own) =>
        {
            identity.Lockout.MaxFailedAccessAttempts = own.Value.TriesBeforeLock;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(own.Value.LockMinutes);
        });

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        AddCookies(services);

        services.TryAddScoped<OfficeSessions>();
        services.TryAddScoped<PasswordDoor>();
        services.TryAddScoped<OneTimeDoor>();
        services.TryAddScoped<LeaveDoor>();
        services.TryAddScoped<NewPeople>();
        services.TryAddScoped<FirstPerson>();
        services.TryAddSingleton<SetUpCode>();
        services.AddHostedService<SetUpNotice>();
        return services;
    }

    private static void ConfigureIdentity(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";    // the e-mail address is the name, whatever letters it has

        // Length is what helps; rules about kinds of characters only make passwords that are written down (NIST SP 800-63B).
        identity.Password.RequiredLength = ShortestPassword;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
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
                cookies.ExpireTimeSpan = TimeSpan.FromHours(own.Value.IdleHours);
                cookies.SlidingExpiration = true;
            });
        }

        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure(cookies => cookies.Events.OnValidatePrincipal = SessionCheck.ValidateAsync);
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
