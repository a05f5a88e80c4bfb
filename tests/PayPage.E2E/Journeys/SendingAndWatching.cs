using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A colleague sends an invoice and watches what becomes of it, while payers do their part in other browsers.</summary>
public sealed class SendingAndWatching(World world) : Journey(world)
{
    [Fact]
    public async Task An_invoice_is_sent_opened_and_paid_by_card_by_another_payer_and_by_cheque()
    {
        var site = await SiteAsync(Arrangement.SandboxElsewhere);
        var made = await site.Merchant.CreateAsync("100.00", minimum: "10.00");
        var invoice = await ColleagueAsync(site, made.Number);

        await invoice.OpenAsync();
        await Expect(invoice.Badges).ToHaveTextAsync("Created");
        await invoice.Link("Send").ClickAsync();
        await Expect(invoice.Tab.GetByRole(AriaRole.Radio, new() { Name = $"By e-mail to {made.Email}" })).ToBeCheckedAsync();
        await invoice.Button("Send now").ClickAsync();
        await invoice.SaysAsync("It is on its way.");

        var payer = await PayerAsync((await site.Mails.ReceivesAsync(made.Email, made.Number)).Link);
        await (await payer.PayByCardAsync("30")).PayAsync();
        await payer.ShowsAsync("Payment received");
        await ShowsAsync(invoice, "Part paid");
        await Expect(invoice.Badges).ToContainTextAsync("Viewed");
        await Expect(invoice.Links).ToContainTextAsync("Paid through");
        await Expect(invoice.History).ToContainTextAsync("The payer opened the payment link.");
        await Expect(invoice.History).ToContainTextAsync("$30.00 was paid.");

        await invoice.Link("Make a link for another payer").ClickAsync();
        await invoice.Tab.GetByLabel("Payer's name").FillAsync("Tim Rest");
        await invoice.Tab.GetByLabel("Payer's e-mail address").FillAsync($"tim-{made.Email}");
        await invoice.Button("Make the link").ClickAsync();
        await invoice.SaysAsync($"The link for Tim Rest is on its way to tim-{made.Email}.");
        var other = await PayerAsync((await site.Mails.ReceivesAsync($"tim-{made.Email}", made.Number)).Link);
        await (await other.PayByCardAsync("20")).PayAsync();
        await other.ShowsAsync("Payment received");
        await site.Mails.ReceivesAsync($"tim-{made.Email}", $"Receipt for invoice {made.Number}: $20.00");

        await invoice.OpenAsync("/payment");
        await Expect(invoice.Tab.GetByLabel("Amount in USD")).ToHaveValueAsync("50.00");
        await invoice.Tab.GetByLabel("Amount in USD").FillAsync("51");
        await invoice.Tab.GetByRole(AriaRole.Radio, new() { Name = "Cheque" }).CheckAsync();
        await invoice.Tab.GetByLabel("Number of the cheque or transfer").FillAsync("7");
        await invoice.Button("Record the payment").ClickAsync();
        await Expect(invoice.Tab.Locator(".faults")).ToContainTextAsync("The most is $50.00.");
        await invoice.Tab.GetByLabel("Amount in USD").FillAsync("50");
        await invoice.Button("Record the payment").ClickAsync();

        await invoice.SaysAsync("$50.00 recorded.");
        await Expect(invoice.Badges).ToContainTextAsync("Paid");
        await Expect(invoice.Payments).ToContainTextAsync("Cheque no. 7");
        await Expect(invoice.Link("Send again")).ToHaveCountAsync(0);
        Assert.Contains("Cheque no. 7", (await site.Mails.ReceivesAsync(made.Email, $"Receipt for invoice {made.Number}: $50.00")).Text, StringComparison.Ordinal);
        await invoice.OpenAsync("/cancel");
        await Expect(invoice.Tab.GetByRole(AriaRole.Alert)).ToContainTextAsync("it cannot be canceled any more");
    }

    [Fact]
    public async Task Without_script_a_link_is_handed_over_taken_back_given_anew_and_the_invoice_canceled()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var made = await site.Merchant.CreateAsync();
        var invoice = await ColleagueAsync(site, made.Number, new() { JavaScriptEnabled = false });

        await invoice.OpenAsync();
        await invoice.Tab.GetByLabel("New note").FillAsync("She calls <b>back</b>.");
        await invoice.Button("Write the note").ClickAsync();
        await Expect(invoice.Tab.GetByRole(AriaRole.Region, new() { Name = "Notes" })).ToContainTextAsync("She calls <b>back</b>.");

        await invoice.Links.GetByRole(AriaRole.Link, new() { NameRegex = new("^Address and QR code") }).ClickAsync();
        await invoice.Button("Show address and QR code").ClickAsync();
        await PayerShowsAsync(await invoice.Tab.GetByLabel("Address", new() { Exact = true }).InputValueAsync(), $"Invoice {made.Number}");
        Assert.Equal(await invoice.Tab.GetByLabel("Short form, for text messages and print").InputValueAsync(), await ReadCodeAsync(invoice.Tab));

        await invoice.OpenAsync();
        await invoice.Links.GetByRole(AriaRole.Link, new() { NameRegex = new("^Take back") }).ClickAsync();
        await invoice.Button("Take it back").ClickAsync();
        await PayerShowsAsync(made.Link.AbsoluteUri, "This link was withdrawn");
        await invoice.Links.GetByRole(AriaRole.Link, new() { NameRegex = new("^Make a fresh link") }).ClickAsync();
        await invoice.Tab.GetByRole(AriaRole.Radio, new() { NameRegex = new("hand it over myself") }).CheckAsync();
        await invoice.Button("Send now").ClickAsync();
        await invoice.SaysAsync("There is a fresh link.");
        await PayerShowsAsync((await site.Merchant.LinkOfAsync(made.Number)).AbsoluteUri, $"Invoice {made.Number}");

        await invoice.Link("Cancel the invoice").ClickAsync();
        await invoice.Button("Cancel the invoice").ClickAsync();
        await Expect(invoice.Badges).ToContainTextAsync("Canceled");
        Assert.Equal("CANCELED", await site.Merchant.StatusAsync(made.Number));
    }

    [Fact]
    public async Task Every_page_of_an_invoice_is_fit_for_everyone()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var made = await site.Merchant.CreateAsync("100.00", minimum: "10.00");

        foreach (var number in new[] { "DEMO-LONG-WORDS-1234567890", "DEMO-30-LINES", "DEMO-PARTIAL", "DEMO-CANCELED" })
        {
            await BeFitAsync(await ColleagueAsync(site, number));
        }

        var invoice = await ColleagueAsync(site, made.Number);

        foreach (var rest in new[] { "", "/send", "/cancel", "/payment", "/link", "/notes", "/publish" })
        {
            await BeFitAsync(invoice, rest);
        }

        await invoice.OpenAsync();
        await invoice.Links.GetByRole(AriaRole.Link, new() { NameRegex = new("^Address and QR code") }).ClickAsync();
        await invoice.Button("Show address and QR code").ClickAsync();
        await invoice.Tab.BeFitAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_an_invoice_is_sent()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var made = await site.Merchant.CreateAsync();
        var invoice = await ColleagueAsync(site, made.Number);
        await invoice.OpenAsync();

        await PressUntilAsync(invoice.Tab, invoice.Link("Send"));
        await invoice.Tab.Keyboard.PressAsync("Enter");
        await PressUntilAsync(invoice.Tab, invoice.Button("Send now"));
        await invoice.Tab.Keyboard.PressAsync("Enter");

        await invoice.SaysAsync("It is on its way.");
        await site.Mails.ReceivesAsync(made.Email, made.Number);
    }

    private async Task<OfficeInvoice> ColleagueAsync(RunningSite site, string number, BrowserNewContextOptions? options = null) =>
        new(await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync(), options)), site.BaseUrl, number);

    private static async Task BeFitAsync(OfficeInvoice invoice, string rest = "")
    {
        await invoice.OpenAsync(rest);
        await invoice.Tab.BeFitAsync();
    }

    private async Task PayerShowsAsync(string link, string heading) => await (await PayerAsync(new Uri(link))).ShowsAsync(heading);

    /// <summary>What happens elsewhere shows when the page is read again.</summary>
    private static Task<bool> ShowsAsync(OfficeInvoice invoice, string badge) => Eventually.SeeAsync(
        async () =>
        {
            await invoice.OpenAsync();
            return (await invoice.Badges.InnerTextAsync()).Contains(badge, StringComparison.Ordinal);
        },
        $"the badge {badge}");

    private static async Task PressUntilAsync(IPage page, ILocator wanted)
    {
        const int most = 60;

        for (var i = 0; i < most && !await wanted.EvaluateAsync<bool>("e => e === document.activeElement"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(wanted).ToBeFocusedAsync();
    }

    /// <summary>As a telephone's camera reads the code on the screen.</summary>
    private static async Task<string> ReadCodeAsync(IPage page)
    {
        var picture = Path.Combine(Directory.CreateTempSubdirectory("paypage-qr-").FullName, "code.png");
        await page.Locator(".qr [role=img]").ScreenshotAsync(new() { Path = picture });
        return await Paper.CodeInAsync(picture);
    }
}
