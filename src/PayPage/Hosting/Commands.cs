using PayPage.Data;
using PayPage.Sandbox;
using PayPage.UseCases.Receipts;

namespace PayPage.Hosting;

/// <summary>What the program does, by its first word: nothing = the site.</summary>
internal static class Commands
{
    public static async Task RunSiteAsync(string[] args)
    {
        var app = Site.Build(Site.Builder(args));
        await app.PrepareDatabaseAsync();
        Site.Map(app);
        await app.RunAsync();
    }

    public static async Task MigrateAsync(string[] args)
    {
        await using var app = Site.Build(Site.Builder(args));
        await app.MigrateAsync();
        Console.WriteLine("The database is up to date.");
    }

    /// <summary>A new key signs receipts from now on. The running site takes it up by itself; the old keys go on proving old receipts.</summary>
    public static async Task RotateReceiptKeyAsync(string[] args)
    {
        await using var app = Site.Build(Site.Builder(args));
        await using var scope = app.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<RotateReceiptKey>().HandleAsync(CancellationToken.None);
        Console.WriteLine($"Receipts are signed by the key {id} from now on.");
    }

    /// <summary>The sandbox processor alone, on an origin of its own.</summary>
    public static async Task RunSandboxAsync(string[] args)
    {
        var builder = Site.Builder(args);
        var settings = builder.Configuration.GetSection(SandboxSettings.Section).Get<SandboxSettings>() ?? new SandboxSettings();

        if (!builder.Environment.IsDevelopment() && !settings.AllowInProduction)
        {
            throw new StartRefusedException("The sandbox does not run outside Development unless Sandbox__AllowInProduction=true, for a trial.");
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section);
        builder.Services.AddOptions<SandboxSettings>().BindConfiguration(SandboxSettings.Section);
        builder.Services.AddSingleton<SiteAddresses>();
        builder.Services.AddSandboxHere(DataRegistration.DataDirectory(builder.Configuration), settings);

        var app = builder.Build();
        app.MapSandbox();
        app.Lifetime.ApplicationStarted.Register(
            () => Console.WriteLine($"Sandbox: {new Uri(app.Services.GetRequiredService<SiteAddresses>().PublicSandbox, "sandbox")}"));
        await app.RunAsync();
    }
}
