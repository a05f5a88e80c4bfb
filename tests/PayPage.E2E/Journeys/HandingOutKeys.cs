using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>An administrator gives a web shop a key of its own, and takes it back.</summary>
[RunsLong]
public sealed class HandingOutKeys(World world) : Journey(world)
{
    [Fact]
    public async Task A_shop_gets_a_key_that_works_until_it_is_revoked()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync(), null));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Settings" }).GetByRole(AriaRole.Link, new() { Name = "API keys" }).ClickAsync();
        await tab.BeFitAsync();

        // Made by keyboard; the first try is a slip of the pen.
        await tab.GetByRole(AriaRole.Link, new() { Name = "Make a key" }).ClickAsync();
        await tab.Locator("#Name").PressAsync("Enter");
        await Expect(tab.Locator("#Name-fault")).ToContainTextAsync("Write a name");
        await tab.BeFitAsync();
        await tab.Locator("#Name").FillAsync($"Web shop {new string('x', 90)}");
        await tab.Locator("#Name").PressAsync("Enter");

        await Expect(tab.GetByLabel("API key", new() { Exact = true })).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^ppk_test_.{32}$"));
        await tab.BeFitAsync();
        var key = await tab.GetByLabel("API key", new() { Exact = true }).InputValueAsync();
        Assert.Equal(HttpStatusCode.OK, await CallAsync(site, key));
        await tab.GetByRole(AriaRole.Link, new() { Name = "I have kept it" }).ClickAsync();
        await Expect(tab.GetByText($"{key[..13]}…")).ToBeVisibleAsync();
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Link, new() { Name = "Revoke Web shop" }).ClickAsync();
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Revoke it" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("The key was revoked");
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(site, key));
        await tab.BeFitAsync();
    }

    private static async Task<HttpStatusCode> CallAsync(RunningSite site, string key)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = site.BaseUrl };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return (await http.GetAsync(new Uri("api/v1/events", UriKind.Relative))).StatusCode;
    }
}
