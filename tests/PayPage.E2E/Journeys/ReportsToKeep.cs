using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>Somebody who keeps the books looks at figures, takes them away as a file, and lets them come by mail.</summary>
[RunsLong]
public sealed class ReportsToKeep(World world) : Journey(world)
{
    [Fact]
    public async Task A_report_is_narrowed_downloaded_kept_sent_and_removed()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync()));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Reports" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Reports");
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Link, new() { Name = "Refunds" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Nothing found" })).ToBeVisibleAsync();
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Reports" }).First.ClickAsync();

        await tab.GetByRole(AriaRole.Link, new() { Name = "Invoices", Exact = true }).Last.ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "In all" })).ToBeVisibleAsync();
        await tab.GetByText("Month by month").ClickAsync();
        await tab.GetByText("Search, status, currency", new() { Exact = true }).ClickAsync();
        await tab.BeFitAsync();

        await tab.GetByLabel("Search", new() { Exact = true }).FillAsync("demo-kwd");
        await tab.GetByText("Columns (").ClickAsync();
        await tab.GetByRole(AriaRole.Checkbox, new() { Name = "Company" }).UncheckAsync();
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Show these" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "1 line" })).ToBeVisibleAsync();

        var download = await tab.RunAndWaitForDownloadAsync(() => tab.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync());
        var file = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("invoices.csv", download.SuggestedFilename);
        Assert.StartsWith("number,status,customer,currency,total,paid,outstanding,due_date,created_at\r\nDEMO-KWD,created,Tanya Lee,KWD,255.375,0.000,255.375,", file, StringComparison.Ordinal);

        await tab.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(tab.Locator("#Name-fault")).ToContainTextAsync("Write a name");
        await tab.BeFitAsync();
        await tab.GetByLabel("Name of the report").FillAsync("Weddings in dinars");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.Locator(".flash")).ToHaveTextAsync("The report is saved.");
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Link, new() { Name = "Send it regularly" }).ClickAsync();
        await tab.GetByLabel("Every month").CheckAsync();
        await tab.GetByLabel("Day of the month").SelectOptionAsync("31");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Locator("#Recipients-fault")).ToContainTextAsync("at least one");
        await Expect(tab.GetByLabel("Every month")).ToBeCheckedAsync();
        await tab.BeFitAsync();
        await tab.Locator("#Recipients").FillAsync("books@northgate.example");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.GetByText("on the last day of each month")).ToBeVisibleAsync();

        await tab.GetByRole(AriaRole.Button, new() { Name = "Send it to me now" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("The report is on its way to");
        await site.Mails.ReceivesAsync("admin@northgate.example", "Report: Weddings in dinars");
        await tab.ReloadAsync();
        await Expect(tab.GetByText("Sent to 1 person")).ToBeVisibleAsync();
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Link, new() { Name = "Reports" }).First.ClickAsync();
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Weddings in dinars" }).ClickAsync();
        await tab.GetByText("Remove this report").ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Remove it" }).ClickAsync();
        await Expect(tab.GetByText("None yet.")).ToBeVisibleAsync();
    }
}
