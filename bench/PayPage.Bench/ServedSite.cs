using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PayPage.Demo;
using PayPage.Hosting;
using PayPage.Processors.Sandbox;

namespace PayPage.Bench;

/// <summary>The real site, put together as it always is, with branches of the bench before it and a thousand invoices in its database.</summary>
internal static class ServedSite
{
    public const string PathsFile = "paths.txt";
    public const string ReadyLine = "BENCH READY";

    /// <summary>How many invoices there are. Default 1,000.</summary>
    public const string InvoicesSetting = "Bench:Invoices";

    /// <summary>How many invoices are listed beside them, without pages of their own. Default 0.</summary>
    public const string ListedSetting = "Bench:Listed";

    /// <summary>How many milliseconds later the processor answers. Default 0.</summary>
    public const string LateSetting = "Bench:ProcessorLate";

    // Everything comes from one address here, and faster than any payer. The fences are asked at each request all the same.
    private static readonly string[] FarFences =
    [
        "--Limits:ViewsPerLink=1000000", "--Limits:PostsPerLink=1000000", "--Limits:RequestsPerAddress=1000000",
        "--Limits:PaymentsPerAddress=1000000", "--Limits:ApiCallsPerMinute=1000000",
    ];

    /// <param name="folder">Fresh: everything that the site keeps lies here, and the paths of its pay pages.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="settings">More of the site's own, and <see cref="InvoicesSetting"/> and <see cref="LateSetting"/>.</param>
    public static async Task RunAsync(string folder, string address, string[] settings)
    {
        // As in production, with the sandbox and its banks, and a merchant. Named PayPage, or its pages and files are not found.
        var builder = Site.Builder(
        [
            "--applicationName=PayPage", "--environment=Production", $"--urls={address}", $"--PayPage:PublicBaseUrl={address}",
            $"--PayPage:DataDirectory={folder}", "--Sandbox:AllowInProduction=true", "--Demo:Enabled=true",
            .. FarFences, .. settings,
        ]);
        builder.Services.AddHttpClient(SandboxHttp.ClientName)
            .AddHttpMessageHandler(() => new LateProcessor(TimeSpan.FromMilliseconds(builder.Configuration.GetValue(LateSetting, 0))));
        var app = Site.Build(builder);
        await app.PrepareDatabaseAsync();

        var bare = new BareAnswer();
        app.Use(bare.BranchAsync);    // before all else: nothing of the site runs for it
        app.Use(ServerMemory.BranchAsync);
        app.Use(BareApi.BranchAsync);
        Site.Map(app);

        // A merchant that is there before the demo starts keeps the demo's own invoices away.
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (caller, _) = await scope.ServiceProvider.GetRequiredService<DemoMerchant>().ReadyAsync(CancellationToken.None);
            var paths = await ManyInvoices.MakeAsync(app.Services, caller, app.Configuration.GetValue(InvoicesSetting, ManyInvoices.Count), CancellationToken.None);
            await ListedInvoices.FillAsync(app.Services, caller, app.Configuration.GetValue(ListedSetting, 0));
            await File.WriteAllLinesAsync(Path.Combine(folder, PathsFile), paths);
        }

        await app.StartAsync();
        await bare.CopyAsync(new Uri(new Uri(address), (await File.ReadAllLinesAsync(Path.Combine(folder, PathsFile)))[0]));
        Console.WriteLine(ReadyLine);
        await app.WaitForShutdownAsync();
    }
}
