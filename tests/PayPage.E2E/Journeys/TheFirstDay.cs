using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A site without the demo, on which nobody can sign in yet: from the address that it printed to the first invoice in a customer's mailbox.</summary>
[RunsLong]
public sealed partial class TheFirstDay(World world) : Journey(world)
{
    [Fact]
    public async Task The_first_administrator_sets_up_and_sends_an_invoice_and_the_door_shuts_behind_him()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside, new Dictionary<string, string> { ["Demo__Enabled"] = "false" });
        var address = site.Output.Select(line => SetUpAddress().Match(line)).Last(match => match.Success).Value;
        var ana = await BrowserAsync();
        await ana.GotoAsync(address);
        await ana.BeFitAsync();
        await ana.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
        await Expect(ana.Locator(".faults")).ToContainTextAsync("4 things need your attention");
        await Expect(ana.Locator(".faults li").First).ToContainTextAsync("business");
        await ana.BeFitAsync();

        await ana.GetByLabel("Your business").FillAsync("Vidal & Zonen");
        await ana.GetByLabel("Your name").FillAsync("Ana Vidal");
        await ana.GetByLabel("Your e-mail address").FillAsync("ana@vidal.example");
        await ana.GetByLabel("Password").FillAsync("violet kettle drum");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
        await Expect(ana.GetByRole(AriaRole.Heading, new() { Name = "Three steps to the first payment" })).ToBeVisibleAsync();
        await ana.BeFitAsync();

        foreach (var (place, heading) in new[] { ("Invoices", "No invoices yet"), ("Customers", "No customers yet") })
        {
            await ana.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = place }).ClickAsync();
            await Expect(ana.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
            await ana.BeFitAsync();
        }

        await ana.GetByRole(AriaRole.Link, new() { Name = "New invoice" }).ClickAsync();
        await ana.Locator("#CustomerName").FillAsync("Ines Okafor");
        await ana.Locator("#CustomerEmail").FillAsync("ines@example.com");
        await ana.GetByLabel("What for").FillAsync("A first bunch");
        await ana.GetByLabel("Price of one").FillAsync("25");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Publish and send" }).ClickAsync();
        await Expect(ana.Locator(".flash")).ToContainTextAsync("is on its way to your customer");
        var mail = await site.Mails.ReceivesAsync("ines@example.com", "Vidal & Zonen");
        var payer = await PayerAsync(mail.Link);
        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ShowsAsync("Payment received");
        await site.Mails.ReceivesAsync("ana@vidal.example", "INV-000001");

        var second = await BrowserAsync();
        await second.GotoAsync(address);
        await Expect(second.GetByText("This site is set up already.")).ToBeVisibleAsync();
        await second.BeFitAsync();
    }

    [GeneratedRegex(@"http\S+/merchant/set-up\?code=[A-Za-z0-9_-]+")]
    private static partial Regex SetUpAddress();
}
