using System.Globalization;
using Microsoft.Playwright;

namespace PayPage.E2E.Support;

/// <summary>What a failed journey leaves behind: a picture and the page, in <c>failures</c> beside the tests.</summary>
internal static class Evidence
{
    public static async Task KeepAsync(IReadOnlyList<IPage> pages)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "failures")).FullName;
        var name = string.Concat((TestContext.Current.Test?.TestDisplayName ?? "unknown").Select(c => char.IsLetterOrDigit(c) ? c : '_'));

        for (var i = 0; i < pages.Count; i++)
        {
            var path = Path.Combine(folder, $"{name[..Math.Min(name.Length, 150)]}-{(i + 1).ToString(CultureInfo.InvariantCulture)}");

            try
            {
                await pages[i].ScreenshotAsync(new() { Path = $"{path}.png", FullPage = true, Timeout = 5000 });
                await File.WriteAllTextAsync($"{path}.html", $"<!-- {pages[i].Url} -->\n{await pages[i].ContentAsync()}");
            }
            catch (PlaywrightException e)
            {
                await File.WriteAllTextAsync($"{path}.txt", e.Message);    // a page may be closed, or under way
            }
        }
    }
}
