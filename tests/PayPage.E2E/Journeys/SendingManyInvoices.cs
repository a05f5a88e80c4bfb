using System.Text;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A colleague sends many invoices from one file: uploaded, looked at, and only then made.</summary>
[RunsLong]
public sealed class SendingManyInvoices(World world) : Journey(world)
{
    private const string Header = "invoice_number,customer_name,customer_email,amount,currency,due_date,description\n";

    [Fact]
    public async Task A_file_is_checked_previewed_taken_back_made_and_accounted_for()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside, new Dictionary<string, string> { ["Batches__UndoSeconds"] = "20" });
        var tab = await ColleagueAsync(site);
        await tab.BeFitAsync();
        await Expect(tab.GetByRole(AriaRole.Link, new() { Name = "Download the template" })).ToBeVisibleAsync();
        await UploadAsync(tab, "may.csv", Header + Good(1, 30)
            + "M-900,Sam Oak,not an address,5.00,EUR,2027-01-31,Roses\n"
            + "M-901,A name that is much longer than any column of any list has room for as those of foundations are,f@example.com,twelve,EUR,31 January,Roses\n"
            + "M-001,Tanya Lee,t@example.com,5.00,USD,2027-01-31,Once more\n");

        // Looked at: what it comes to, and what is wrong.
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "30 invoices can be made and sent" })).ToBeVisibleAsync();
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "With mistakes (3)" }).ClickAsync();
        await Expect(tab.Locator("tr.mistakes")).ToHaveCountAsync(3);
        await Expect(tab.Locator("tr.mistakes").First).ToContainTextAsync("customer_email: Write exactly one e-mail address");
        await Expect(tab.Locator("tr.mistakes").Last).ToContainTextAsync("Line 2 has this number too");
        await tab.BeFitAsync();

        // The preview is what the payer would get.
        await tab.GetByRole(AriaRole.Link, new() { Name = "Good (30)" }).ClickAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Preview of line 3", Exact = true }).ClickAsync();
        await Expect(tab.FrameLocator("iframe").GetByText("M-002")).ToBeVisibleAsync();
        await tab.GoBackAsync();

        // Undo within the time, then in earnest.
        await tab.GetByRole(AriaRole.Button, new() { Name = "Make and send the 30 good invoices" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "30 invoices will be made and sent" })).ToBeVisibleAsync();
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("Taken back");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Make and send the 30 good invoices" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "30 invoices made" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await tab.BeFitAsync();

        // Every row is accounted for, and what was wrong comes back to be mended.
        var results = await DownloadAsync(tab, "Download the result of each row");
        Assert.Equal(34, results.TrimEnd().Split("\r\n").Length);
        Assert.Contains("2,created,M-001,http", results, StringComparison.Ordinal);
        var rejects = await DownloadAsync(tab, "Download the rows not made");
        Assert.Contains("\r\ninvoice_number,customer_name,customer_email,amount,currency,due_date,description,error\r\nM-900,Sam Oak,not an address", rejects, StringComparison.Ordinal);

        await tab.GetByRole(AriaRole.Link, new() { Name = "Batches" }).First.ClickAsync();
        await tab.BeFitAsync();
        await UploadAsync(tab, "mended.csv", rejects.Split("\r\n") is [var note, var header, var sam, ..] ? $"{note}\r\n{header}\r\n{sam.Replace("not an address", "sam@example.com", StringComparison.Ordinal)}\r\n" : "");
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "1 invoice can be made and sent" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_could_be_meant_in_two_ways_is_asked_and_what_cannot_be_read_is_explained()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await ColleagueAsync(site);
        await UploadAsync(tab, "export.csv", "customer_name;customer_email;amount;currency;due_date;description;colour\nTanya Lee;t@example.com;1.250;EUR;03/04/2027;Roses\n");

        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "How is this meant?" })).ToBeVisibleAsync();
        await tab.BeFitAsync();
        await tab.GetByLabel("Behind a comma: 1.250,50").CheckAsync();
        await tab.GetByLabel("Day first: 31/12/2026").CheckAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Read it that way" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "1 invoice can be made and sent" })).ToBeVisibleAsync();
        await Expect(tab.GetByRole(AriaRole.Main)).ToContainTextAsync("€1,250.00 in 1 invoice");
        await Expect(tab.GetByText("This column is not known to us and is not used: colour")).ToBeVisibleAsync();

        await tab.GetByText("Read it in another way").ClickAsync();
        await tab.BeFitAsync();
        await tab.GetByText("Discard this file").ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Discard it" }).ClickAsync();
        await Expect(tab.GetByText("Nothing was made of this file")).ToBeVisibleAsync();
        await tab.BeFitAsync();

        await tab.GotoAsync(new Uri(new Uri(tab.Url), "../batches").ToString());
        await UploadAsync(tab, "book.csv", "PK\u0003\u0004\u0014\0");
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "This file could not be read" })).ToBeVisibleAsync();
        await Expect(tab.GetByText("This is an Excel workbook")).ToBeVisibleAsync();
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "What each column means" }).ClickAsync();
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Link, new() { Name = "Batches" }).First.ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();
        await Expect(tab.Locator("#Upload-fault")).ToHaveTextAsync("Choose the file first.");
        await tab.BeFitAsync();
    }

    [Fact]
    public async Task Without_script_the_page_refreshes_itself_until_all_is_made()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside, new Dictionary<string, string> { ["Batches__UndoSeconds"] = "1" });
        var tab = await ColleagueAsync(site, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = Layout.Phone, Height = 900 } });
        await UploadAsync(tab, "plain.csv", Header + Good(1, 3));

        await tab.GetByRole(AriaRole.Button, new() { Name = "Make and send 3 invoices" }).ClickAsync(new() { Timeout = 30_000 });
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "3 invoices made" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await tab.GetByRole(AriaRole.Link, new() { Name = "M-002" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("M-002");
    }

    private static string Good(int from, int count) =>
        string.Concat(Enumerable.Range(from, count).Select(i => $"M-{i:D3},Customer {i},c{i}@example.com,{i}.50,EUR,2027-01-31,Flowers {i}\n"));

    private static async Task UploadAsync(IPage tab, string name, string text)
    {
        await tab.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await tab.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();
    }

    private static async Task<string> DownloadAsync(IPage tab, string link)
    {
        var download = await tab.RunAndWaitForDownloadAsync(() => tab.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        return Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    private async Task<IPage> ColleagueAsync(RunningSite site, BrowserNewContextOptions? options = null)
    {
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync(), options));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Batches" }).ClickAsync();
        return tab;
    }
}
