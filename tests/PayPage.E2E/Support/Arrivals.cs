using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Support;

internal static class Arrivals
{
    /// <summary>Whoever is there already has arrived. (Playwright's WaitForURL would go on to wait for a load that may be over, and miss it.)</summary>
    /// <param name="path">The whole path, on whatever host; a star stands for anything but a slash, so <c>/sign-in*</c> may have a query.</param>
    public static Task ArrivesAtAsync(this IPage page, string path) => Expect(page).ToHaveURLAsync(
        new Regex($"^https?://[^/]+{Regex.Escape(path).Replace("\\*", "[^/]*", StringComparison.Ordinal)}$"));
}
