using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;

namespace PayPage.E2E.Journeys;

/// <summary>Takes the pictures of all pages into docs/screenshots. Run by eng/screenshots, and only by it.</summary>
public sealed class Pictures(World world) : Journey(world)
{
    // What differs from run to run would make every picture a new one.
    private const string Steady =
        """
        () => {
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                const host = texts.currentNode.parentElement.closest("main") ? "processor.example" : "pay.northgate.example";
                texts.currentNode.data = texts.currentNode.data
                    .replace(/(127\.0\.0\.1|localhost)(:\d+)?/g, host)
                    .replace(/^(?=[A-Z]*\d)[0-9A-HJKMNP-TV-Z]{10}$/, "7K3M9QX2TB");
            }
            document.activeElement?.blur();
        }
        """;

    private static readonly string Folder = Path.Combine(Approved.Root(), "docs", "screenshots");

    [Fact(Explicit = true)]
    public async Task Every_page_is_in_the_album()
    {
        Directory.CreateDirectory(Folder);
        await using var healthy = await OwnSiteAsync(Arrangement.SandboxInside);
        await using var troubled = await OwnSiteAsync(Arrangement.SandboxElsewhere, PayerStates.Slow);

        foreach (var (site, state) in PayerStates.InGoodHealth.Select(s => (healthy, s)).Concat(PayerStates.InTrouble.Select(s => (troubled, s))))
        {
            var payer = new PayerPage(await BrowserAsync());
            await state.ArriveAsync(site, payer);
            await payer.ShowsAsync(state.Heading);
            await TakeAsync(payer, $"{state.Name}-{Languages.English}");

            await payer.Tab.SpeakAsync(site.BaseUrl, Languages.Arabic);
            await (state.AgainAsync?.Invoke(payer) ?? payer.ReloadAsync());
            await TakeAsync(payer, $"{state.Name}-{Languages.Arabic}");
            await payer.Tab.Context.CloseAsync();
        }
    }

    [Fact(Explicit = true)]
    public async Task The_back_office_is_in_the_album()
    {
        var folder = Path.Combine(Folder, "office");
        Directory.CreateDirectory(folder);
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync()));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        var home = tab.Url.TrimEnd('/');

        foreach (var (name, path) in new[]
        {
            ("home", ""), ("invoices", "/invoices"), ("invoice", "/invoices/DEMO-PARTIAL"), ("new-invoice", "/new-invoice?like=DEMO-EVERYTHING"),
            ("preview", "/previews/page?state=part-paid&device=desktop"), ("look", "/settings/look"), ("team", "/team"),
        })
        {
            await tab.GotoAsync($"{home}{path}", new() { WaitUntil = WaitUntilState.NetworkIdle });

            foreach (var (width, scheme) in new[] { (Layout.Desk, ColorScheme.Light), (Layout.Phone, ColorScheme.Dark) })
            {
                await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
                await tab.BeWideAsync(width);
                await tab.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
            }
        }
    }

    /// <summary>The mails as the composer's tests approved them: narrow as on a telephone, and wide.</summary>
    [Fact(Explicit = true)]
    public async Task Every_mail_is_in_the_album()
    {
        var mails = Path.Combine(Folder, "mails");
        Directory.CreateDirectory(mails);
        var tab = await BrowserAsync();

        foreach (var mail in Directory.EnumerateFiles(Path.Combine(Approved.Root(), "tests/PayPage.Unit/Delivery/Approved"), "*.html"))
        {
            await tab.GotoAsync(new Uri(mail).AbsoluteUri);

            foreach (var (width, scheme) in new[] { (320, ColorScheme.Light), (700, ColorScheme.Light), (700, ColorScheme.Dark) })
            {
                await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
                await tab.SetViewportSizeAsync(width, 400);
                var name = $"{Path.GetFileNameWithoutExtension(mail)}-{(scheme == ColorScheme.Dark ? "dark" : "light")}-{width}.png";
                await tab.ScreenshotAsync(new() { Path = Path.Combine(mails, name), FullPage = true });
                Assert.Equal(width, await tab.EvaluateAsync<int>("document.documentElement.scrollWidth"));    // nothing is cut at the side
            }
        }
    }

    private static async Task TakeAsync(PayerPage payer, string name)
    {
        await payer.Tab.EvaluateAsync(Steady);

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await payer.Tab.EmulateMediaAsync(new() { ColorScheme = scheme });

            foreach (var width in new[] { Layout.Phone, Layout.Desk })
            {
                await payer.Tab.BeWideAsync(width);
                var path = Path.Combine(Folder, $"{name}-{(scheme == ColorScheme.Dark ? "dark" : "light")}-{width}.png");
                await payer.Tab.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
            }
        }
    }
}
