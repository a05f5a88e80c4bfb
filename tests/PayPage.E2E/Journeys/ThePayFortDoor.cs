using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>An administrator makes the door for a system that speaks PayFort's dialect; the system makes a link; its payer pays; the door's page tells what was told.</summary>
[RunsLong]
public sealed partial class ThePayFortDoor(World world) : Journey(world)
{
    [Fact]
    public async Task From_making_the_door_to_a_payment_that_the_system_hears_of()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync(), null));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Settings" }).GetByRole(AriaRole.Link, new() { Name = "PayFort door" }).ClickAsync();
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Button, new() { Name = "Make the door" }).ClickAsync();
        await Expect(tab.Locator("#request")).ToHaveValueAsync(Phrase());
        await tab.BeFitAsync();
        var (request, response) = (await tab.Locator("#request").InputValueAsync(), await tab.Locator("#response").InputValueAsync());
        var (access, identifier) = (await tab.Locator("#access").InputValueAsync(), await tab.Locator("#identifier").InputValueAsync());
        await tab.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await tab.BeFitAsync();

        // A slip of the pen, mended.
        await tab.Locator("#DirectUrl").FillAsync("shop.example.com");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Locator("#DirectUrl-fault")).ToContainTextAsync("begins with https://");
        await tab.BeFitAsync();
        await tab.Locator("#DirectUrl").FillAsync($"{new Uri(site.BaseUrl, "FortAPI/nothing")}");    // answers 404: what is not accepted shows too
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("saved");

        // The system makes a link, and its payer pays.
        var call = new Dictionary<string, string?>
        {
            ["service_command"] = "PAYMENT_LINK",
            ["access_code"] = access,
            ["merchant_identifier"] = identifier,
            ["merchant_reference"] = "FORT-1",
            ["amount"] = "12000",
            ["currency"] = "AED",
            ["language"] = "en",
            ["customer_email"] = "tanya@example.com",
            ["request_expiry_date"] = "2030-12-20T15:36:55+03:00",
            ["notification_type"] = "NONE",
            ["return_url"] = "https://shop.example.com/back",
        };
        call["signature"] = Sign(call, request);
        var answer = await tab.APIRequest.PostAsync($"{new Uri(site.BaseUrl, "FortAPI/paymentApi")}", new() { DataObject = call });
        var reply = JsonSerializer.Deserialize<Dictionary<string, string?>>(await answer.TextAsync())!;
        Assert.Equal("48000", reply["response_code"]);
        Assert.Equal(Sign(reply, response), reply["signature"]);

        var payer = await PayerAsync(new Uri(reply["payment_link"]!));
        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ShowsAsync("Payment received");
        var back = payer.Tab.GetByRole(AriaRole.Link, new() { Name = "Back to shop.example.com" });
        await Expect(back).ToHaveAttributeAsync("href", "https://shop.example.com/back");

        await tab.ReloadAsync();

        for (var i = 0; i < 40 && await tab.Locator(".badge", new() { HasTextString = "Will be tried again" }).CountAsync() == 0; i++)
        {
            await tab.WaitForTimeoutAsync(500);
            await tab.ReloadAsync();
        }

        await Expect(tab.GetByText("14000 Success")).ToBeVisibleAsync();
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Button, new() { Name = "Shut the door" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("The door is shut");
        await tab.BeFitAsync();
    }

    /// <summary>As the vendor's pages have it, written a second time.</summary>
    private static string Sign(Dictionary<string, string?> parameters, string phrase)
    {
        var joined = string.Concat(parameters.Where(pair => pair.Key != "signature" && pair.Value is { Length: > 0 }).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(phrase + joined + phrase)));
    }

    [GeneratedRegex("^[A-Za-z0-9]{24}$")]
    private static partial Regex Phrase();
}
