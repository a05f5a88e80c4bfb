using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PayPage.Demo;
using PayPage.Hosting;
using PayPage.UseCases;

namespace PayPage.Bench;

/// <summary>A site that is not started, with as many invoices of one merchant as are wanted, over two years: nearly all of them paid, each with a link.</summary>
internal sealed class ListedShop : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paypage-bench-");
    private readonly WebApplication _app;

    private ListedShop() => _app = Site.Build(Site.Builder(
    [
        "--applicationName=PayPage", "--environment=Production", "--PayPage:PublicBaseUrl=http://localhost", $"--PayPage:DataDirectory={_folder.FullName}",
        "--Sandbox:AllowInProduction=true", "--Demo:Enabled=true", "--Webhooks:AllowPrivate=true",
    ]));

    public Caller Caller { get; private set; } = null!;    // set by OpenAsync

    public static async Task<ListedShop> OpenAsync(int invoices)
    {
        var shop = new ListedShop();
        await shop._app.PrepareDatabaseAsync();
        await using var scope = shop._app.Services.CreateAsyncScope();
        (shop.Caller, _) = await scope.ServiceProvider.GetRequiredService<DemoMerchant>().ReadyAsync(CancellationToken.None);
        await ListedInvoices.FillAsync(shop._app.Services, shop.Caller, invoices);
        return shop;
    }

    /// <summary>As a request would: everything in a scope of its own.</summary>
    public async Task<T> UseAsync<TUseCase, T>(Func<TUseCase, Task<T>> use)
        where TUseCase : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>One of the site's background workers by its full name, not started: the site itself is not.</summary>
    public IHostedService Worker(string name) => _app.Services.GetServices<IHostedService>().Single(worker => worker.GetType().FullName == name);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
