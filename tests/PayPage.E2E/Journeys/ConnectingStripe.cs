using Microsoft.Playwright;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>An administrator connects an account at Stripe: typed, tested, and ready to be put in use.</summary>
[Collection("Stripe")]
public sealed class ConnectingStripe(World world) : Journey(world)
{
    [Fact]
    public async Task A_key_is_pasted_and_tested_and_nothing_goes_through_it_before()
    {
        var stripe = await StripeSiteAsync();
        var tab = await BrowserAsync(await SignedIn.AtAsync(stripe.Site, () => BrowserAsync(), null));
        await tab.GotoAsync($"{new Uri(stripe.Site.BaseUrl, "merchant")}");
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Settings" }).GetByRole(AriaRole.Link, new() { Name = "Taking money" }).ClickAsync();
        await tab.BeFitAsync();

        // The wrong key first: the publishable one where the secret one belongs.
        await tab.GetByRole(AriaRole.Link, new() { Name = "Connect Stripe" }).ClickAsync();
        await tab.Locator("#SecretKey").FillAsync(stripe.Stripe.PublishableKey);
        await tab.Locator("#PublicKey").FillAsync(stripe.Stripe.PublishableKey);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await Expect(tab.Locator("#SecretKey-fault")).ToContainTextAsync("This is the publishable key");
        await tab.BeFitAsync();
        await tab.Locator("#SecretKey").FillAsync(stripe.Stripe.SecretKey);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("Test it now");
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Button, new() { Name = "Take money through it" }).ClickAsync();
        await Expect(tab.Locator("main")).ToContainTextAsync("Test the connection first");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Test the connection" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("It works: Stripe knows it as Stand-in Shop");
        await tab.Locator("#SigningSecret").FillAsync(stripe.Stripe.Hooks.Secret);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("Saved.");
        await tab.BeFitAsync();
    }
}
