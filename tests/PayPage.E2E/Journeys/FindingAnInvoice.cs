using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A colleague comes in the morning, sees how the business stands, and looks for invoices.</summary>
public sealed class FindingAnInvoice(World world) : Journey(world)
{
    [Fact]
    public async Task A_colleague_sees_how_things_stand_and_finds_one_invoice_among_many_by_keyboard()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);

        for (var i = 1; i <= 30; i++)
        {
            await site.Merchant.CreateAsync($"{i}.50", more: new() { Customer = "Straße & Söhne, who bear a name that no column of any list has ever had room for" });
        }

        var wanted = await site.Merchant.CreateAsync("98765.40", more: new() { Customer = "Zoë Wanted" });
        var tab = await ColleagueAsync(site);
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Outstanding" })).ToBeVisibleAsync();
        await Expect(tab.GetByRole(AriaRole.Region, new() { Name = "What happened last" }).GetByRole(AriaRole.Link, new() { Name = wanted.Number }).First).ToBeVisibleAsync();
        await Expect(tab.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^In the last 30 days [0-9]+ sent, [0-9]+ opened, [0-9]+ paid.$") })).ToBeVisibleAsync();
        await tab.GetByText("The figures as a table").ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Region, new() { Name = "Sent, opened and paid by day" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(31);
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Region, new() { Name = "Overdue" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(Numbers(tab)).ToHaveTextAsync(["DEMO-EXPIRED", "DEMO-OVERDUE"]);
        await tab.GetByRole(AriaRole.Link, new() { Name = "Remove the filter Overdue" }).ClickAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Remove the filter USD" }).ClickAsync();

        // Two pages forth, one back.
        await Expect(Numbers(tab)).ToHaveCountAsync(25);
        var first = await Numbers(tab).AllTextContentsAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Expect(Numbers(tab).First).Not.ToHaveTextAsync(first[0]);
        Assert.Empty(first.Intersect(await Numbers(tab).AllTextContentsAsync()));
        await tab.GetByRole(AriaRole.Link, new() { Name = "Previous" }).ClickAsync();
        await Expect(Numbers(tab)).ToHaveTextAsync(first);
        await tab.BeFitAsync();

        // By keyboard, with a capital and an accent too few.
        await tab.GetByRole(AriaRole.Searchbox).FocusAsync();
        await tab.Keyboard.TypeAsync("zoe 98,765.40");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(Numbers(tab)).ToHaveTextAsync([wanted.Number]);
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "1 invoice" })).ToBeVisibleAsync();
        await Numbers(tab).First.FocusAsync();
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(wanted.Number);
        await tab.GoBackAsync();
        await Expect(tab.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("zoe 98,765.40");

        await tab.GetByRole(AriaRole.Link, new() { Name = $"Preview of {wanted.Number}" }).ClickAsync();
        await Expect(tab.FrameLocator(".stage iframe").GetByText("Zoë Wanted")).ToBeVisibleAsync();
        await tab.GoBackAsync();

        await tab.GetByRole(AriaRole.Searchbox).FillAsync("nobody");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Nothing found" })).ToBeVisibleAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Clear the search" }).ClickAsync();

        await tab.BeWideAsync(Layout.Desk);
        await tab.GetByRole(AriaRole.Link, new() { Name = "Total", Exact = true }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Columnheader, new() { Name = "Total" })).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(tab.GetByLabel("Order")).ToHaveValueAsync("-amount");
    }

    [Fact]
    public async Task On_a_phone_without_script_filters_work_and_say_what_they_could_not_read()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var tab = await ColleagueAsync(site, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = Layout.Phone, Height = 900 } });
        await tab.GetByRole(AriaRole.Link, new() { Name = "Invoices", Exact = true }).ClickAsync();

        // Of the demo's alone: other journeys write drafts too.
        await tab.GetByRole(AriaRole.Searchbox).FillAsync("demo");
        await tab.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await tab.GetByLabel("Draft").CheckAsync();
        await tab.GetByLabel("At least").FillAsync("1,250");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Show these" }).ClickAsync();

        await Expect(tab.Locator("#least-fault")).ToContainTextAsync("could be two");
        await Expect(Numbers(tab)).ToHaveTextAsync(["DEMO-DRAFT"]);
        await tab.GetByLabel("At least").FillAsync("241");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Show these" }).ClickAsync();
        await Expect(Numbers(tab)).ToHaveTextAsync(["DEMO-DRAFT"]);
        await tab.GetByRole(AriaRole.Link, new() { Name = "Remove the filter Draft" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Link, new() { Name = "Remove the filter At least 241" })).ToBeVisibleAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Clear all" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Link, new() { Name = "All", Exact = true })).ToHaveAttributeAsync("aria-current", "true");
    }

    private async Task<IPage> ColleagueAsync(RunningSite site, BrowserNewContextOptions? options = null)
    {
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync(), options));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        return tab;
    }

    private static ILocator Numbers(IPage tab) => tab.Locator("td[data-label=Number] a");
}
