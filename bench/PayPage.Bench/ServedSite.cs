using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PayPage.Demo;
using PayPage.Hosting;

namespace PayPage.Bench;

/// <summary>The real site, put together as it always is, with one branch before it and a thousand invoices in its database.</summary>
internal static class ServedSite
{
    public const string PathsFile = "paths.txt";
    public const string ReadyLine = "BENCH READY";

    /// <param name="folder">Fresh: everything that the site keeps lies here, and the paths of its pay pages.</param>
    /// <param name="address">Where it listens.</param>
    public static async Task RunAsync(string folder, string address)
    {
        // As in production, with the sandbox and its banks, and a merchant. Named PayPage, or its pages and files are not found.
        var builder = Site.Builder(
        [
            "--applicationName=PayPage", "--environment=Production", $"--urls={address}", $"--PayPage:PublicBaseUrl={address}",
            $"--PayPage:DataDirectory={folder}", "--Sandbox:AllowInProduction=true", "--Demo:Enabled=true",

            // Everything comes from one address here. The fences are asked at each view all the same.
            "--Limits:ViewsPerLink=1000000", "--Limits:RequestsPerAddress=1000000",
        ]);
        var app = Site.Build(builder);
        await app.PrepareDatabaseAsync();

        var bare = new BareAnswer();
        app.Use(bare.BranchAsync);    // before all else: nothing of the site runs for it
        Site.Map(app);

        // A merchant that is there before the demo starts keeps the demo's own invoices away.
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (caller, _) = await scope.ServiceProvider.GetRequiredService<DemoMerchant>().ReadyAsync(CancellationToken.None);
            var paths = await ManyInvoices.MakeAsync(app.Services, caller, CancellationToken.None);
            await File.WriteAllLinesAsync(Path.Combine(folder, PathsFile), paths);
        }

        await app.StartAsync();
        await bare.CopyAsync(new Uri(new Uri(address), (await File.ReadAllLinesAsync(Path.Combine(folder, PathsFile)))[0]));
        Console.WriteLine(ReadyLine);
        await app.WaitForShutdownAsync();
    }
}
