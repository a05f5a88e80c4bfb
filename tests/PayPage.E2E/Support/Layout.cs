using Microsoft.Playwright;

namespace PayPage.E2E.Support;

/// <summary>What a page looks like to those who measure it.</summary>
internal static class Layout
{
    public const int Phone = 390;
    public const int Desk = 1280;
    public const int SmallPhone = 360;

    /// <summary>What a desk of 1280 pixels has left at 400 % (WCAG 2.2, 1.4.10).</summary>
    public const int DeskAtFourTimes = 320;

    private const int Height = 900;

    private const string WhatSticksOut =
        """
        () => {
            const wide = document.documentElement.clientWidth;
            const over = document.documentElement.scrollWidth - wide;
            return over <= 0 ? "" : `${over} px: ` + [...document.body.querySelectorAll("*")]
                .filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.right > wide + 1 || r.left < -1); })
                .map(e => e.outerHTML.slice(0, 80)).slice(0, 5).join(" | ");
        }
        """;

    public static Task BeWideAsync(this IPage page, int width) => page.SetViewportSizeAsync(width, Height);

    /// <returns>Empty, or how far the page is wider than its window, and what sticks out.</returns>
    public static async Task<string> SidewaysAsync(this IPage page, int width)
    {
        await page.BeWideAsync(width);
        return await page.EvaluateAsync<string>(WhatSticksOut);
    }
}
