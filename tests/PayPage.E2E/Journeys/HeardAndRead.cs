using System.Text.RegularExpressions;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;

namespace PayPage.E2E.Journeys;

/// <summary>The pages for those who do not see them: what a screen reader says, and what is left without any style.</summary>
public sealed partial class HeardAndRead(World world) : Journey(world)
{
    private static readonly Line[] Lines =
        [new("White roses, 50 cm, grade A1", 20, "12.05"), new("Eucalyptus cinerea, bunch", 10, "5.25"), new("Delivery before nine", 1, "18.00")];

    [Fact]
    public async Task A_screen_reader_says_what_was_approved()
    {
        var (_, payer) = await OpenAsync("INV-3001");
        var closed = await payer.Tab.Locator("body").AriaSnapshotAsync();
        await payer.ChooseAsync(amount: "120", byBank: true);

        Approved.Text("payable.aria.yml", Steady(closed));
        Approved.Text("payable-choices-open.aria.yml", Steady(await payer.Tab.Locator("body").AriaSnapshotAsync()));
    }

    [Fact]
    public async Task A_screen_reader_says_what_went_wrong_as_it_was_approved()
    {
        var (_, payer) = await OpenAsync("INV-3002");
        await payer.TypeAsync("12.345");
        await payer.ReceiptEmail.FillAsync("nonsense");
        await payer.PayButton.ClickAsync();
        await payer.Faults.WaitForAsync();

        Approved.Text("wrong-amount.aria.yml", Steady(await payer.Tab.GetByRole(Microsoft.Playwright.AriaRole.Main).AriaSnapshotAsync()));
    }

    [Fact]
    public async Task A_browser_of_text_alone_reads_what_was_approved()
    {
        var (_, payer) = await OpenAsync("INV-3003");
        Approved.Text("payable.txt", Steady(await BareAsync(payer)));

        await (await payer.PayByCardAsync("120")).PayAsync();
        await payer.ShowsAsync("Payment received");
        Approved.Text("paid.txt", Steady(await BareAsync(payer)));
    }

    private static async Task<string> BareAsync(PayerPage payer)
    {
        await payer.Tab.EvaluateAsync("document.querySelectorAll('style, option').forEach(e => e.remove())");
        return BlankLines().Replace(await payer.Tab.Locator("body").InnerTextAsync(), "\n");
    }

    /// <summary>Without what differs from run to run.</summary>
    private static string Steady(string text) => Addresses().Replace(
        Receipts().Replace(Moments().Replace(References().Replace(Hosts().Replace(Mails().Replace(text, "p***@example.com"), "pay.example.com"), "(reference)"), "(moment)"), "(receipt)"), "/url: (address)");

    [GeneratedRegex(@"(127\.0\.0\.1|localhost)(:\d+)?")]
    private static partial Regex Hosts();

    [GeneratedRegex(@"\bp\S*\*+\S*@example\.com|payer-\d+@example\.com")]
    private static partial Regex Mails();

    [GeneratedRegex(@"\b(?=[A-Z]*\d)[0-9A-HJKMNP-TV-Z]{10}\b")]
    private static partial Regex References();

    [GeneratedRegex(@"((today|tomorrow), )?\d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d \([^)]*\)")]
    private static partial Regex Moments();

    [GeneratedRegex(@"/url: "".*?""|/url: \S*")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\bR-\d{6}\b")]
    private static partial Regex Receipts();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex BlankLines();

    private async Task<(RunningSite Site, PayerPage Payer)> OpenAsync(string number)
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync("311.50", "50", new Wanted { Number = number, Lines = Lines });
        var payer = await PayerAsync(invoice.Link);
        await payer.ShowsAsync(number);
        return (site, payer);
    }
}
