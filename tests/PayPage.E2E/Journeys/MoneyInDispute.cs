using System.IO.Compression;
using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>Payers ask their banks for their money back: the merchant hears of it, finds out what to do, and sees how it ends.</summary>
[RunsLong]
public sealed class MoneyInDispute(World world) : Journey(world)
{
    private const string DisputedCard = "4000 0000 0000 0259";

    [Fact]
    public async Task A_card_that_is_disputed_calls_the_merchant_who_answers_and_loses()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxElsewhere);
        var made = await site.Merchant.CreateAsync("100.00");
        await PayAsync(made, DisputedCard);
        var mail = await site.Mails.ReceivesAsync(Mailbox.Merchant, $"A payment of $100.00 for invoice {made.Number} is disputed");
        Assert.Contains("somebody else paid with the card", mail.Text, StringComparison.Ordinal);

        var invoice = await ColleagueAsync(site, made.Number);
        await invoice.OpenAsync();
        await Expect(invoice.Badges).ToContainTextAsync("Paid");
        await Expect(invoice.Badges).ToContainTextAsync("Disputed");
        await Expect(invoice.Payments).ToContainTextAsync("Dispute over $100.00: Needs your answer");
        await Expect(invoice.History).ToContainTextAsync("The payer disputes a payment: the bank has taken back $100.00");
        await invoice.Tab.BeFitAsync();

        var tab = invoice.Tab;
        await tab.GetByRole(AriaRole.Link, new() { Name = "Home" }).ClickAsync();
        await Expect(tab.Locator(".worries")).ToContainTextAsync("A payer disputes $100.00");
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "See what to do" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Dispute over $100.00");
        await Expect(tab.GetByRole(AriaRole.Region, new() { Name = "What to do" })).ToContainTextAsync("Proof of delivery");
        await tab.BeFitAsync();
        var page = tab.Url;

        var download = await tab.RunAndWaitForDownloadAsync(() => tab.GetByRole(AriaRole.Link, new() { Name = "Download evidence" }).ClickAsync());
        await using (var zip = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken))
        {
            Assert.Equal(["invoice", "receipt", "history"], zip.Entries.Select(e => e.Name.Split('-')[0]));
        }

        await tab.GetByRole(AriaRole.Link, new() { Name = "Answer at PayPage Sandbox" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "As the merchant: send evidence" }).ClickAsync();
        await ShowsAsync(tab, page, "Bank decides");
        await tab.GetByRole(AriaRole.Link, new() { NameRegex = new("^sbd_") }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "As the bank: the payer wins" }).ClickAsync();
        await ShowsAsync(tab, page, "Lost");
        await tab.BeFitAsync();

        await site.Mails.ReceivesAsync(Mailbox.Merchant, "The dispute over $100.00 was lost");
        await invoice.OpenAsync();
        await Expect(tab.GetByRole(AriaRole.Region, new() { Name = "Paid in full" })).ToContainTextAsync("Given back$100.00");
        await Expect(invoice.Badges).Not.ToContainTextAsync("Disputed");
    }

    [Fact]
    public async Task A_bank_that_only_asks_takes_the_money_later_and_gives_it_back()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var made = await site.Merchant.CreateAsync("80.00");
        await PayAsync(made, TestCards.Good);
        var bank = await BrowserAsync();
        await bank.GotoAsync(new Uri(site.BaseUrl, "sandbox").AbsoluteUri);
        await bank.GetByLabel("Id of a payment that succeeded").FillAsync(await site.Database.ProcessorReferenceAsync(made.Number));
        await bank.GetByLabel("Reason").SelectOptionAsync("product_not_received");
        await bank.GetByRole(AriaRole.Button, new() { Name = "Only ask the merchant" }).ClickAsync();
        await site.Mails.ReceivesAsync(Mailbox.Merchant, $"A payer's bank asks about $80.00 for invoice {made.Number}");

        var tab = (await ColleagueAsync(site, made.Number)).Tab;
        await tab.GotoAsync(new Uri(site.BaseUrl, "merchant").AbsoluteUri);
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Disputes" }).ClickAsync();
        await Expect(tab.Locator("tbody")).ToContainTextAsync("Bank asks");
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = made.Number }).ClickAsync();
        await Expect(tab.Locator("main")).ToContainTextAsync("No money has moved.");
        var page = tab.Url;

        await bank.GetByRole(AriaRole.Button, new() { Name = "As the bank: take the money" }).ClickAsync();
        await ShowsAsync(tab, page, "Needs your answer");
        await bank.GetByRole(AriaRole.Button, new() { Name = "As the bank: the merchant wins" }).ClickAsync();
        await ShowsAsync(tab, page, "Won");
        await tab.BeFitAsync();
        await site.Mails.ReceivesAsync(Mailbox.Merchant, "You won the dispute over $80.00");
    }

    private async Task PayAsync(MadeInvoice made, string card)
    {
        var payer = await PayerAsync(made.Link);
        await (await payer.PayByCardAsync()).PayAsync(card);
        await payer.ShowsAsync("Payment received");
    }

    private async Task<OfficeInvoice> ColleagueAsync(RunningSite site, string number) =>
        new(await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync())), site.BaseUrl, number);

    /// <summary>What happens elsewhere shows when the page is read again.</summary>
    private static Task<bool> ShowsAsync(IPage tab, string page, string badge) => Eventually.SeeAsync(
        async () =>
        {
            await tab.GotoAsync(page);
            return (await tab.Locator(".badges").InnerTextAsync()).Contains(badge, StringComparison.Ordinal);
        },
        $"the badge {badge}");
}
