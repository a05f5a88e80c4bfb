using Microsoft.Playwright;
using PayPage.E2E.Pages;

namespace PayPage.E2E.Support;

/// <summary>One person's way through the product, or several persons'. Each browser is new and knows nobody.</summary>
public abstract class Journey(World world) : IAsyncLifetime
{
    private const int MostLeaksShown = 5;

    private readonly List<IPage> _pages = [];
    private readonly HashSet<RunningSite> _sites = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await Evidence.KeepAsync(_pages);
        }

        foreach (var page in _pages)
        {
            await page.Context.CloseAsync();
        }

        GC.SuppressFinalize(this);
        var leaks = string.Join('\n', _sites.SelectMany(site => Leaks.In(site.Output)).Take(MostLeaksShown));
        Assert.True(leaks.Length == 0, $"The site or the sandbox wrote a secret to its log:\n{leaks}");
    }

    private protected async Task<RunningSite> SiteAsync(Arrangement arrangement)
    {
        var site = await world.SiteAsync(arrangement);
        _sites.Add(site);
        return site;
    }

    /// <summary>A site that is paid through Stripe.</summary>
    private protected async Task<StripeSite> StripeSiteAsync()
    {
        var stripe = await world.StripeAsync();
        _sites.Add(stripe.Site);
        return stripe;
    }

    /// <summary>For a journey that kills the site, or wants other settings. The caller disposes of it.</summary>
    private protected async Task<RunningSite> OwnSiteAsync(Arrangement arrangement, IReadOnlyDictionary<string, string>? settings = null)
    {
        var site = await RunningSite.StartAsync(arrangement, settings);
        _sites.Add(site);
        return site;
    }

    /// <summary>A browser with its own cookies.</summary>
    private protected async Task<IPage> BrowserAsync(BrowserNewContextOptions? options = null)
    {
        var context = await (await world.BrowserAsync()).NewContextAsync(options);
        return await TabAsync(context);
    }

    /// <summary>One more tab of a browser: the same cookies.</summary>
    private protected async Task<IPage> TabAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        _pages.Add(page);
        return page;
    }

    /// <summary>A payer who opens a link in a new browser.</summary>
    private protected async Task<PayerPage> PayerAsync(Uri link, BrowserNewContextOptions? options = null)
    {
        var payer = new PayerPage(await BrowserAsync(options));
        await payer.OpenAsync(link);
        return payer;
    }
}
