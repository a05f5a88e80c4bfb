using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.Api;
using PayPage.Api.Description;
using PayPage.Data;
using PayPage.Delivery;
using PayPage.Demo;
using PayPage.Documents;
using PayPage.Domain.Links;
using PayPage.Domain.Processors;
using PayPage.Files;
using PayPage.Pages;
using PayPage.Processors;
using PayPage.Processors.Sandbox;
using PayPage.Sandbox;
using PayPage.Security;
using PayPage.SignIn;
using PayPage.UseCases;
using PayPage.Workers;

namespace PayPage.Hosting;

/// <summary>The site: its rooms in order, then its pipeline in order.</summary>
internal static class Site
{
    // Nothing that people or machines send us here is larger; doors set tighter bounds of their own.
    private const int MostRequestBytes = 1024 * 1024;

    public static WebApplicationBuilder Builder(string[] args)
    {
        // The content root is where the program lies, not where it was called from: else css answers 200 with no bytes.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();

        // Left alone, a build that was not published packs static files anew for each request, larger than before and never cached; and it
        // maps GET for every address beside them, so that a wrong method answers 404 instead of 405.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MostRequestBytes;
        });

        // These write addresses at Information, and a pay page's address is its key.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

        // Rebuilding a table of SQLite's, this one warns at every first start of what our own lock already sees to.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Error);
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        if (StartChecks.Objection(builder.Configuration, builder.Environment) is { } objection)
        {
            throw new StartRefusedException(objection);
        }

        if (DataFolder.Objection(builder.Configuration) is { } locked)
        {
            throw new StartRefusedException(locked);
        }

        var dataDirectory = DataRegistration.DataDirectory(builder.Configuration);
        var services = builder.Services;

        services.AddSingleton(new DatabaseClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<DatabaseClock>());
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section);
        services.AddOptions<SandboxSettings>().BindConfiguration(SandboxSettings.Section);
        services.TryAddSingleton<SiteAddresses>();
        services.TryAddSingleton<ISiteAddresses>(s => s.GetRequiredService<SiteAddresses>());
        services.TryAddSingleton<ISandboxLocation>(s => s.GetRequiredService<SiteAddresses>());

        if (StartChecks.ProcessorOf(builder.Configuration) == ProcessorKind.Stripe)
        {
            services.TryAddSingleton<INewAccounts, OwnAccounts>();
        }

        services.TryAddSingleton<INewAccounts, SandboxAccounts>();
        services
            .AddData(builder.Configuration)
            .AddSecurity(builder.Configuration)
            .AddProcessors()
            .AddDelivery(dataDirectory)
            .AddDocuments()
            .AddFiles()
            .AddUseCases()
            .AddSignIn()
            .AddApi()
            .AddWorkers(manyNodes: builder.Configuration["Database:Provider"] == "SqlServer")
            .AddPages()
            .AddApiDescription()
            .AddPayerFences()
            .AddDemo(builder.Configuration, builder.Environment, dataDirectory);
        services.AddHealthChecks().AddCheck<ReadinessCheck>("ready");

        if (SandboxHost.IsHere(builder.Configuration, builder.Environment))
        {
            services.AddSandboxHere(
                dataDirectory, builder.Configuration.GetSection(SandboxSettings.Section).Get<SandboxSettings>() ?? new SandboxSettings());
        }

        var app = builder.Build();
        StartChecks.JudgeOptions(app.Services);
        return app;
    }

    private static bool IsBackOffice(HttpContext context) => context.Request.Path.StartsWithSegments(SignInRegistration.Root, StringComparison.OrdinalIgnoreCase);

    public static void Map(WebApplication app)
    {
        app.UseForwardedAddresses();
        app.UseSecurityHeaders();
        app.UseApi();
        app.UseWhen(ErrorPages.IsForAPerson, people => people.UseLanguageSwitch());
        app.UseErrorPages();
        app.UsePayerFences();
        app.UseResponseCompression();
        app.UseWhen(IsBackOffice, office => office.UseAuthentication());
        app.UseRouting();    // here and not at the front, so that problem pages are routed too
        app.UseWhen(IsBackOffice, office => office.UseTooLarge());
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapApi();
        app.MapApiDescription();
        app.MapHooks();
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false });
        app.MapHealthChecks("/readyz", new() { ResponseWriter = ReadinessCheck.SayWhyAsync });

        if (SandboxHost.IsHere(app.Configuration, app.Environment))
        {
            app.MapSandbox();
        }
    }
}
