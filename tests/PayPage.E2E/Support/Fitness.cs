using Microsoft.Playwright;

namespace PayPage.E2E.Support;

/// <summary>Whether a page of the back office is fit for everyone, as it stands at this moment.</summary>
internal static class Fitness
{
    // A folder for pictures of all that is judged, for whoever wants to look at it: set by hand.
    private static readonly string? Album = Environment.GetEnvironmentVariable("PICTURES");

    private static int _taken;

    /// <summary>Axe on a phone and on a desk, light and dark; and nothing sticks out of small windows.</summary>
    /// <remarks>For pages whose script runs: without it axe would never come to an end.</remarks>
    public static async Task BeFitAsync(this IPage page)
    {
        var faults = new List<string>();
        await page.BringAxeAsync();

        foreach (var (width, scheme) in new[] { (Layout.Phone, ColorScheme.Light), (Layout.Phone, ColorScheme.Dark), (Layout.Desk, ColorScheme.Light), (Layout.Desk, ColorScheme.Dark) })
        {
            await page.BeWideAsync(width);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            faults.AddRange((await page.ViolationsAsync(withoutFrames: true)).Select(v => $"{width} {scheme}: {v}"));
            await PictureAsync(page, $"{width}-{scheme}");
        }

        foreach (var width in new[] { Layout.SmallPhone, Layout.DeskAtFourTimes })
        {
            var sideways = await page.SidewaysAsync(width);
            faults.AddRange(sideways.Length == 0 ? [] : [$"{width} scrolls sideways: {sideways}"]);
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.True(faults.Count == 0, $"{page.Url}:\n{string.Join('\n', faults)}");
    }

    private static async Task PictureAsync(IPage page, string look)
    {
        if (Album is not null)
        {
            var place = string.Join('-', new Uri(page.Url).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(part => !part.Contains('_', StringComparison.Ordinal)));
            var path = Path.Combine(Album, $"{place}-{Interlocked.Increment(ref _taken):D3}-{look}.png");
            await page.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });
        }
    }
}
