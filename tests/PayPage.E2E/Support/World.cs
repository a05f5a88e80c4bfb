using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PayPage.E2E.Support.World))]
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace PayPage.E2E.Support;

/// <summary>What all journeys share, because it is slow to start: one browser, and one running site for each arrangement.</summary>
public sealed class World : IAsyncLifetime
{
    private const float PatienceMs = 30_000;

    // Debian's. The headless shell first: Chromium without its windows, the same pages for a third of the work.
    private static readonly string[] Chromiums = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private readonly Dictionary<Arrangement, Lazy<Task<RunningSite>>> _sites;
    private readonly Lazy<Task<StripeSite>> _stripe = new(StripeSite.StartAsync);
    private readonly Lazy<Task<IBrowser>> _browser = new(LaunchAsync);

    public World() => _sites = Enum.GetValues<Arrangement>().ToDictionary(a => a, a => new Lazy<Task<RunningSite>>(() => RunningSite.StartAsync(a)));

    public ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            await (await _browser.Value).CloseAsync();
        }

        if (_stripe is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _stripe.Value).DisposeAsync();
        }

        foreach (var site in _sites.Values.Where(s => s.IsValueCreated && s.Value.IsCompletedSuccessfully))
        {
            await (await site.Value).DisposeAsync();
        }
    }

    internal Task<RunningSite> SiteAsync(Arrangement arrangement) => _sites[arrangement].Value;

    internal Task<StripeSite> StripeAsync() => _stripe.Value;

    internal Task<IBrowser> BrowserAsync() => _browser.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } set ? set
                : Array.Find(Chromiums, File.Exists),    // null: Playwright's own
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
                "--no-first-run",
            ],
        });
    }
}
