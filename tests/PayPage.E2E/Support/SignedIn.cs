using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PayPage.E2E.Support;

/// <summary>The demo's administrator at a site. His address works once, so the first journey goes through that door and all others get its cookies.</summary>
internal static partial class SignedIn
{
    private static readonly ConcurrentDictionary<RunningSite, Lazy<Task<string>>> Cookies = new();

    /// <param name="newBrowser">A browser that knows nobody; used by whoever is first.</param>
    /// <returns>For a browser in which he is signed in.</returns>
    public static async Task<BrowserNewContextOptions> AtAsync(RunningSite site, Func<Task<IPage>> newBrowser, BrowserNewContextOptions? options = null)
    {
        var state = await Cookies.GetOrAdd(site, _ => new Lazy<Task<string>>(() => EnterAsync(site, newBrowser))).Value;
        return new BrowserNewContextOptions(options ?? new BrowserNewContextOptions()) { StorageState = state };
    }

    private static async Task<string> EnterAsync(RunningSite site, Func<Task<IPage>> newBrowser)
    {
        var address = await Eventually.SeeAsync(() => Task.FromResult(site.Output.Select(line => OnceAddress().Match(line)).LastOrDefault(match => match.Success)?.Value), "the address that signs in");
        var page = await newBrowser();
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.ArrivesAtAsync("/merchant/mer_*");
        return await page.Context.StorageStateAsync();
    }

    [GeneratedRegex(@"http\S+/merchant/sign-in/once\?key=[A-Za-z0-9_-]+")]
    private static partial Regex OnceAddress();
}
