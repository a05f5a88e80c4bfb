using Microsoft.Playwright;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A merchant looks at everything as his customer will see it, and shows it to a colleague, before anything is sent.</summary>
public sealed class PreviewingBeforeSending(World world) : Journey(world)
{
    private const string Number = "NEVER-SAVED-1";

    // Of wwwroot/css/pay.css.
    private const string DarkGround = "rgb(14, 19, 25)";

    [Fact]
    public async Task What_stands_in_the_form_is_seen_as_customers_will_see_it_and_nothing_is_saved_or_sent()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var tab = await AdminAsync(site, "new-invoice");
        await tab.Locator("#Number").FillAsync(Number);
        await tab.Locator("#CustomerName").FillAsync("Ines Vidal");
        await tab.Locator("#CustomerEmail").FillAsync("ines@example.com");
        await tab.Locator("#CustomerPhone").FillAsync("+31612345678");
        await tab.Locator("#Currency").SelectOptionAsync("EUR");
        await tab.Locator("#Lines-0--Name").FillAsync("Wreath </iframe><b>");
        await tab.Locator("#Lines-0--Quantity").FillAsync("3");
        await tab.Locator("#Lines-0--UnitPrice").FillAsync("19,99");
        var preview = await tab.Context.RunAndWaitForPageAsync(() => tab.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync());
        var frame = preview.FrameLocator(".stage iframe");

        await Expect(frame.GetByText("Wreath </iframe><b>")).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Pay €59.97" })).ToBeVisibleAsync();
        await NothingHappensAsync(preview, frame.GetByRole(AriaRole.Button, new() { Name = "Pay €59.97" }), frame.GetByRole(AriaRole.Link, new() { Name = "Download" }).First);
        await preview.BeFitAsync();

        await preview.BeWideAsync(Layout.Desk);
        await preview.GetByLabel("State").SelectOptionAsync("part-paid");
        await Expect(frame.Locator("progress")).ToBeVisibleAsync();
        await preview.GetByLabel("Colours").SelectOptionAsync("dark");
        await Expect(frame.Locator("html")).ToHaveCSSAsync("background-color", DarkGround);
        await preview.GetByLabel("Device").SelectOptionAsync("desktop");
        await Expect(preview.Locator(".stage.desktop iframe")).ToBeVisibleAsync();
        await Expect(frame.Locator("html")).ToHaveJSPropertyAsync("clientWidth", Layout.Desk);

        await KindAsync(preview, "Mail");
        await Expect(preview.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToContainTextAsync($"Receipt for invoice {Number}");
        await Expect(frame.GetByText("Pay the rest")).ToBeVisibleAsync();
        await preview.BeFitAsync();
        await preview.GetByRole(AriaRole.Button, new() { Name = "Send me this mail" }).ClickAsync();
        await Expect(preview.Locator(".flash")).ToContainTextAsync("handed over for admin@northgate.example");
        Assert.Contains(Number, (await site.Mails.ReceivesAsync("admin@northgate.example", "Preview: ")).Text, StringComparison.Ordinal);

        await KindAsync(preview, "Text message");
        await Expect(preview.GetByText("segment", new() { Exact = false }).First).ToBeVisibleAsync();
        await KindAsync(preview, "PDF");
        var paper = await preview.APIRequest.GetAsync($"{new Uri(site.BaseUrl, await preview.Locator(".stage iframe").GetAttributeAsync("src"))}");
        Assert.Equal("application/pdf", paper.Headers["content-type"]);

        Assert.Equal("", await site.Database.LinkStatusAsync(Number));
        Assert.Empty(site.Mails.Find("ines@example.com", ""));
    }

    [Fact]
    public async Task A_colleague_without_an_account_is_shown_it_and_no_clock_starts()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var made = await site.Merchant.CreateAsync();
        var tab = await AdminAsync(site, $"previews/page?invoice={made.Number}&device=desktop");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Share for an hour" }).ClickAsync();
        await tab.BeFitAsync();
        var address = await tab.GetByLabel("Address of the preview").InputValueAsync();

        var colleague = await BrowserAsync();
        await colleague.GotoAsync(address);
        await Expect(colleague.GetByText("Nothing can be paid, sent or changed here.")).ToBeVisibleAsync();
        var frame = colleague.FrameLocator(".stage iframe");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(made.Number);
        await NothingHappensAsync(colleague, frame.Locator("button.pay"));
        await colleague.BeFitAsync();
        Assert.Equal("Active", await site.Database.LinkStatusAsync(made.Number));

        await colleague.GotoAsync($"{address[..^6]}AAAAAA");
        await Expect(colleague.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nothing is here");
    }

    private async Task<IPage> AdminAsync(RunningSite site, string path)
    {
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync()));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.GotoAsync($"{tab.Url.TrimEnd('/')}/{path}");
        return tab;
    }

    private static Task KindAsync(IPage preview, string kind) =>
        preview.GetByRole(AriaRole.Navigation, new() { Name = "What to look at" }).GetByRole(AriaRole.Link, new() { Name = kind }).ClickAsync();

    /// <summary>What is pressed inside the frame neither leads away nor opens anything.</summary>
    private static async Task NothingHappensAsync(IPage preview, params ILocator[] pressed)
    {
        var (url, pages) = (preview.Url, preview.Context.Pages.Count);

        foreach (var what in pressed)
        {
            await what.PressAsync("Enter");
            await Expect(what).ToBeVisibleAsync();
        }

        Assert.Equal((url, pages), (preview.Url, preview.Context.Pages.Count));
    }
}
