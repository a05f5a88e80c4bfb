using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A merchant makes the pages his own, and his customers see it.</summary>
[RunsLong]
public sealed class DressingThePages(World world) : Journey(world)
{
    private const string Brand = "getComputedStyle(document.documentElement).getPropertyValue('--brand').trim()";

    // Sixteen pixels square, with a comment that nobody must get to read.
    private const string LogoText = "/9j//gAhNTIuMzcwMk4gNC44OTUyRSB0YWtlbiBieSBUYW55Yf/gABBKRklGAAEBAAABAAEAAP/bAEMAFA4PEg8NFBIQEhcVFBgeMiEeHBwePSwuJDJJQExLR0BGRVBac2JQVW1WRUZk"
        + "iGVtd3uBgoFOYI2XjH2Wc36BfP/bAEMBFRcXHhoeOyEhO3xTRlN8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fP/AABEIABAAEAMBIgACEQED"
        + "EQH/xAAWAAEBAQAAAAAAAAAAAAAAAAAABAX/xAAVEAEBAAAAAAAAAAAAAAAAAAAAE//EABQBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAAFWH/2gAMAwEAAhED"
        + "EQA/AMahRLQoQWwUYU//2Q==";

    [Fact]
    public async Task Logo_and_colour_are_seen_on_the_real_pay_page_as_in_the_preview()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await AdminAsync(site);
        await tab.BeWideAsync(Layout.Phone);

        await OpenAsync(tab, "Branding");
        await tab.BeFitAsync();
        await tab.Locator("#Color").FillAsync("#ffcc00");
        await Expect(tab.Locator(".shades")).ToContainTextAsync("#ffcc00");
        await Expect(tab.GetByText("too little")).ToBeVisibleAsync();
        await Expect(tab.FrameLocator("[data-preview] iframe").GetByText("Northgate Flowers").First).ToBeVisibleAsync();
        await tab.BeFitAsync();

        // A drawing that calls itself a picture.
        await ChooseAsync(tab, "logo.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray());
        await SaveAsync(tab);
        await Expect(tab.Locator(".faults")).ToContainTextAsync("SVG");
        await Expect(tab.Locator("#Color")).ToHaveValueAsync("#ffcc00");
        await tab.BeFitAsync();

        await ChooseAsync(tab, "shop front.jpg", Convert.FromBase64String(LogoText));
        await Expect(tab.FrameLocator("[data-preview] iframe").Locator(".who .logo")).ToHaveJSPropertyAsync("naturalWidth", 16);
        await SaveAsync(tab);
        await SaysAsync(tab, "Branding: saved.");

        var payer = await PayerAsync((await site.Merchant.CreateAsync()).Link);
        var logo = payer.Tab.Locator("img.logo");
        await Expect(logo).ToHaveJSPropertyAsync("naturalWidth", 16);
        Assert.Equal(await tab.EvaluateAsync<string>("document.querySelectorAll('.shades code')[1].textContent"), await payer.Tab.EvaluateAsync<string>(Brand));
        var picture = await payer.Tab.APIRequest.GetAsync($"{new Uri(site.BaseUrl, await logo.GetAttributeAsync("src"))}");
        Assert.DoesNotContain("taken by Tanya", System.Text.Encoding.Latin1.GetString(await picture.BodyAsync()), StringComparison.Ordinal);

        await tab.GetByLabel("Remove the logo").CheckAsync();
        await tab.Locator("#Color").FillAsync("");
        await SaveAsync(tab);
        await SaysAsync(tab, "Branding: saved.");
        await payer.ReloadAsync();
        await Expect(payer.Tab.Locator(".who .tile")).ToHaveTextAsync("N");
    }

    [Fact]
    public async Task Two_colleagues_at_one_form_see_each_other_and_words_reach_customers()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var (one, other) = (await AdminAsync(site), await AdminAsync(site));
        await OpenAsync(one, "Business");
        await OpenAsync(other, "Business");
        await one.BeFitAsync();

        await one.GetByLabel("Display name").FillAsync("Northgate & Daughters");
        await one.Keyboard.PressAsync("Enter");
        await SaysAsync(one, "Business: saved.");
        await other.GetByLabel("Display name").FillAsync("Northgate Bros");
        await SaveAsync(other);
        await Expect(other.GetByRole(AriaRole.Status).First).ToContainTextAsync("A colleague has saved these settings while you were typing.");
        await Expect(other.Locator("#Name-fault")).ToHaveTextAsync("A colleague has saved this meanwhile: Northgate & Daughters");
        await Expect(other.GetByLabel("Display name")).ToHaveValueAsync("Northgate Bros");
        await other.BeFitAsync();
        await SaveAsync(other);
        await SaysAsync(other, "Business: saved.");

        await OpenAsync(one, "Mails and PDFs");
        await one.BeFitAsync();
        await one.GetByLabel("Subject").FillAsync("{{ nonsense }}");
        await SaveAsync(one);
        await Expect(one.Locator("#MailSubject-fault")).ToContainTextAsync("is not known");
        await one.GetByLabel("Subject").FillAsync("Roses {{ invoice_number }} from {{ merchant_name }}");
        await SaveAsync(one);
        await SaysAsync(one, "Mails and PDFs: saved.");

        await OpenAsync(one, "Notifications");
        await one.BeFitAsync();
        await one.GetByLabel("E-mail addresses").FillAsync("desk@northgate.example\nanna@northgate.example");
        await SaveAsync(one);

        var made = await site.Merchant.CreateAsync(more: new() { Delivery = "email" });
        await site.Mails.ReceivesAsync(made.Email, $"Roses {made.Number} from Northgate Bros");
        var payer = await PayerAsync(made.Link);
        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ShowsAsync("Payment received");
        await site.Mails.ReceivesAsync("desk@northgate.example", made.Number);
        await site.Mails.ReceivesAsync("anna@northgate.example", made.Number);
    }

    [Fact]
    public async Task Without_script_and_by_keyboard_the_other_settings_work_as_well()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await AdminAsync(site, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = Layout.Phone, Height = 900 } });

        await OpenAsync(tab, "Defaults");
        await tab.GetByLabel("Currency").SelectOptionAsync("EUR");
        await tab.GetByLabel("Due after (days)").FillAsync("400");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.Locator("#DueDays-fault")).ToContainTextAsync("0 to 365");
        await tab.GetByLabel("Due after (days)").FillAsync("30");
        await tab.GetByLabel("Customers may pay in parts").FocusAsync();
        await tab.Keyboard.PressAsync("Space");
        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.TypeAsync("25,50");
        await tab.Keyboard.PressAsync("Enter");
        await SaysAsync(tab, "Defaults: saved.");
        await Expect(tab.GetByLabel("Smallest part")).ToHaveValueAsync("25.50");

        await OpenAsync(tab, "Numbers");
        await tab.GetByLabel("Before the number").FillAsync("2027-");
        await tab.GetByLabel("Next number").FillAsync("1");
        await SaveAsync(tab);
        await SaysAsync(tab, "Numbers: saved.");
        await Expect(tab.GetByText("2027-000001")).ToBeVisibleAsync();

        await OpenAsync(tab, "Overview");
        await Expect(tab.GetByRole(AriaRole.Main)).ToContainTextAsync("from €25.50");

        var scripted = await AdminAsync(site);
        foreach (var part in new[] { "Overview", "Defaults", "Numbers" })
        {
            await OpenAsync(scripted, part);
            await scripted.BeFitAsync();
        }

        var frame = scripted.FrameLocator("[data-preview] iframe");
        await scripted.GetByLabel("Before the number").FillAsync("2028-");
        await Expect(frame.GetByText("2028-000001").First).ToBeVisibleAsync();
        await OpenAsync(scripted, "Defaults");
        await scripted.GetByLabel("Currency").SelectOptionAsync("JPY");
        await scripted.GetByLabel("Smallest part").FillAsync("50");
        await Expect(frame.GetByText("¥449").First).ToBeVisibleAsync();
        await Expect(frame.GetByText("¥50").First).ToBeAttachedAsync();
        await OpenAsync(scripted, "Notifications");
        await Expect(frame.GetByText("Robin Sample").First).ToBeVisibleAsync();
        await scripted.BeFitAsync();
    }

    [Fact]
    public async Task The_page_speaks_the_merchants_words_asks_what_he_asks_and_leads_on_to_his_shop()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await AdminAsync(site);
        await OpenAsync(tab, "Pay page");
        await tab.BeFitAsync();

        await tab.GetByLabel("Who the invoice is for").FillAsync("Member");
        await tab.GetByRole(AriaRole.Textbox, new() { Name = "The description" }).FillAsync("<i>What for</i>");
        await Expect(tab.FrameLocator("[data-preview] iframe").GetByText("Member:")).ToBeVisibleAsync();
        await tab.GetByLabel("Hide it in the sums: Discounts").CheckAsync();
        await tab.GetByLabel("After a payment that came").FillAsync("javascript:alert(1)");
        await SaveAsync(tab);
        await Expect(tab.Locator("#BackWhenPaid-fault")).ToContainTextAsync("https://");
        await Expect(tab.GetByLabel("Hide it in the sums: Discounts")).ToBeCheckedAsync();
        await tab.BeFitAsync();

        await tab.GetByLabel("After a payment that came").FillAsync("https://shop.example.com/thanks");
        await tab.GetByLabel("Ask whoever pays for a telephone number").CheckAsync();
        await SaveAsync(tab);
        await SaysAsync(tab, "Pay page: saved.");

        var payer = await PayerAsync((await site.Merchant.CreateAsync()).Link);
        await Expect(payer.Words("Member: Tanya Lee")).ToBeVisibleAsync();
        await Expect(payer.Tab.GetByRole(AriaRole.Heading, new() { Name = "<i>What for</i>" })).ToBeVisibleAsync();
        await payer.Tab.GetByLabel("Telephone number").FillAsync("+31 6 1234 5678");
        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ShowsAsync("Payment received");
        await Expect(payer.Tab.GetByRole(AriaRole.Link, new() { Name = "Back to shop.example.com" })).ToHaveAttributeAsync("href", "https://shop.example.com/thanks");
    }

    private async Task<IPage> AdminAsync(RunningSite site, BrowserNewContextOptions? options = null)
    {
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync(), options));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        return tab;
    }

    private static async Task OpenAsync(IPage tab, string part)
    {
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Settings" }).GetByRole(AriaRole.Link, new() { Name = part }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(part == "Overview" ? "Settings" : part);
    }

    private static Task ChooseAsync(IPage tab, string name, byte[] file) =>
        tab.Locator("#Logo").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = file });

    private static Task SaveAsync(IPage tab) => tab.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

    private static Task SaysAsync(IPage tab, string sentence) => Expect(tab.Locator(".flash")).ToHaveTextAsync(sentence);
}
