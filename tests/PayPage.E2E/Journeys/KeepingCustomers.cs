using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A colleague looks a customer up, mends an address and begins an invoice.</summary>
[RunsLong]
public sealed class KeepingCustomers(World world) : Journey(world)
{
    [Fact]
    public async Task A_customer_is_found_mended_and_written_to()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var made = await site.Merchant.CreateAsync("240.50", more: new() { Customer = "A name that is much longer than any column of any list has room for, as those of foundations are" });
        var (tab, other) = (await ColleagueAsync(site), await ColleagueAsync(site));
        await tab.BeFitAsync();

        // By keyboard: search, open, change, save.
        await tab.GetByRole(AriaRole.Searchbox).FocusAsync();
        await tab.Keyboard.TypeAsync(made.Email.ToUpperInvariant());
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(tab.Locator("tbody tr")).ToContainTextAsync("$240.50");
        await tab.BeFitAsync();
        await tab.Locator("tbody a").FocusAsync();
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("A name that is much longer");
        await Expect(tab.GetByRole(AriaRole.Link, new() { Name = made.Number })).ToBeVisibleAsync();
        await tab.BeFitAsync();

        await other.GotoAsync(tab.Url);
        await tab.GetByLabel("Company").FillAsync("Foundation of Foundations");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.Locator(".flash")).ToHaveTextAsync("Customer saved.");

        await other.GetByLabel("Company").FillAsync("Foundation");
        await SaveAsync(other);
        await Expect(other.Locator("#CompanyName-fault")).ToHaveTextAsync("A colleague has saved this meanwhile: Foundation of Foundations");
        await other.BeFitAsync();

        await Expect(tab.GetByRole(AriaRole.Link, new() { Name = "New invoice for this customer" })).ToHaveAttributeAsync(
            "href", new System.Text.RegularExpressions.Regex("/new-invoice\\?customer=cus_[0-9a-f]{32}$"));
    }

    [Fact]
    public async Task Without_script_a_customer_is_written_down_and_found()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await ColleagueAsync(site, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = Layout.Phone, Height = 900 } });
        await tab.GetByRole(AriaRole.Link, new() { Name = "New customer" }).ClickAsync();

        await tab.Locator("#Name").FillAsync("<script>alert(1)</script>");
        await tab.GetByLabel("Phone").FillAsync("0612345678");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Add customer" }).ClickAsync();
        await Expect(tab.Locator("#Phone-fault")).ToContainTextAsync("country code");
        await tab.GetByLabel("Phone").FillAsync("+31 6 1234 5678");
        await tab.GetByLabel("Include no payment link").CheckAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Add customer" }).ClickAsync();

        await Expect(tab.Locator(".flash")).ToHaveTextAsync("Customer added.");
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("<script>alert(1)</script>");
        await Expect(tab.GetByLabel("Phone")).ToHaveValueAsync("+31612345678");
        await Expect(tab.GetByLabel("Include no payment link")).ToBeCheckedAsync();

        await tab.GetByRole(AriaRole.Link, new() { Name = "Customers" }).First.ClickAsync();
        await tab.GetByRole(AriaRole.Searchbox).FillAsync("alert(1)");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.Locator("tbody tr")).ToHaveCountAsync(1);

        await tab.GetByRole(AriaRole.Searchbox).FillAsync("nobody at all");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Nobody found" })).ToBeVisibleAsync();
    }

    private async Task<IPage> ColleagueAsync(RunningSite site, BrowserNewContextOptions? options = null)
    {
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync(), options));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Customers" }).ClickAsync();
        return tab;
    }

    private static Task SaveAsync(IPage tab) => tab.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
}
