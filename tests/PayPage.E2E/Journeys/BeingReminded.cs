using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A merchant says when customers are reminded; a customer is, pays with what the mail brings, and hears no more of it.</summary>
[RunsLong]
public sealed class BeingReminded(World world) : Journey(world)
{
    [Fact]
    public async Task The_merchant_chooses_the_days_and_sees_the_mail_before_anybody_gets_it()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await AdminAsync(site, "settings");
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Settings" }).GetByRole(AriaRole.Link, new() { Name = "Reminders" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Reminders");
        await tab.BeFitAsync();

        await tab.GetByLabel("Days, reminder 4").FillAsync("200");
        await SaveAsync(tab);
        await Expect(tab.Locator(".faults")).ToContainTextAsync("0 to 180");
        await Expect(tab.GetByLabel("Days, reminder 4")).ToHaveValueAsync("200");
        await tab.BeFitAsync();

        await tab.GetByLabel("Days, reminder 4").FillAsync("30");
        await tab.GetByLabel("Message").FillAsync("Dear {{ customer_name }}, {{ amount }} is still open.");
        await SaveAsync(tab);
        await Expect(tab.Locator(".flash")).ToHaveTextAsync("Reminders: saved.");
        await Expect(tab.GetByLabel("Days, reminder 4")).ToHaveValueAsync("30");

        await tab.GetByRole(AriaRole.Button, new() { Name = "Overdue reminder" }).ClickAsync();
        await Expect(tab.FrameLocator("[data-preview] iframe").GetByText("is still open.").First).ToBeVisibleAsync();
        await tab.BeFitAsync();
    }

    [Fact]
    public async Task A_customer_is_reminded_pays_with_the_links_mail_and_is_left_in_peace()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var made = await site.Merchant.CreateAsync(more: new() { Delivery = "email" });
        await site.Mails.ReceivesAsync(made.Email, made.Number);
        await site.Database.OpenedYesterdayAsync(made.Number);

        await site.Database.RemindAtNoonAsync(made.Number, 5);
        var mail = await site.Mails.ReceivesAsync(made.Email, "Reminder: invoice");
        Assert.Contains("is due in 5 days", mail.Text, StringComparison.Ordinal);

        var payer = await PayerAsync(mail.Link);
        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ShowsAsync("Payment received");

        var tab = await AdminAsync(site, $"invoices/{made.Number}");
        await Expect(tab.GetByText("A reminder was sent to the customer.")).ToBeVisibleAsync();
        await Expect(tab.GetByRole(AriaRole.Link, new() { Name = "Stop reminders" })).ToHaveCountAsync(0);

        var other = await site.Merchant.CreateAsync(more: new() { Delivery = "email" });
        await tab.GotoAsync(tab.Url.Replace(made.Number, other.Number, StringComparison.Ordinal));
        await tab.GetByRole(AriaRole.Link, new() { Name = "Stop reminders of this invoice" }).ClickAsync();
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Stop reminders" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToHaveTextAsync("Nobody is reminded of this invoice any more.");
        await Expect(tab.GetByRole(AriaRole.Link, new() { Name = "Remind the customer again" })).ToBeVisibleAsync();
    }

    private async Task<IPage> AdminAsync(RunningSite site, string path)
    {
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync()));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.ArrivesAtAsync("/merchant/mer_*");
        await tab.GotoAsync($"{tab.Url.TrimEnd('/')}/{path}");
        return tab;
    }

    private static Task SaveAsync(IPage tab) => tab.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
}
