using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A colleague gives money back: a part, the rest, not too much, not without proof; and what becomes of it where the bank says no.</summary>
[RunsLong]
public sealed class GivingMoneyBack(World world) : Journey(world)
{
    private const string Password = "a lily under glass";

    [Fact]
    public async Task A_part_goes_back_and_then_the_rest_and_the_payer_is_told_what_happened()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var (invoice, payer) = await PaidAsync(site, "100.00", TestCards.Good);
        var office = await ColleagueAsync(site, invoice.Number);
        var tab = office.Tab;
        await office.OpenAsync();
        await Link(tab, "Give money back").ClickAsync();
        await Expect(tab.GetByLabel("Amount in USD")).ToHaveValueAsync("100.00");
        await tab.BeFitAsync();

        await tab.GetByLabel("Amount in USD").FillAsync("100.01");
        await tab.GetByLabel("Your password").FillAsync(Password);
        await office.Button("Give the money back").ClickAsync();
        await Expect(tab.Locator("#Input-Amount-fault")).ToHaveTextAsync("This is more than can be given back. The most is $100.00.");
        await tab.GetByLabel("Amount in USD").FillAsync("4,0,0");
        await office.Button("Give the money back").ClickAsync();
        await Expect(tab.Locator("#Input-Amount-fault")).ToBeVisibleAsync();

        await tab.GetByLabel("Amount in USD").FillAsync("40");
        await tab.GetByLabel("Reason").FillAsync("One bunch was missing");
        await tab.GetByLabel("Your password").FillAsync("not this one");
        await office.Button("Give the money back").ClickAsync();
        await Expect(tab.Locator("#Input-Proof-fault")).ToHaveTextAsync("This is not your password.");
        await Expect(tab.GetByLabel("Reason")).ToHaveValueAsync("One bunch was missing");
        await tab.BeFitAsync();

        await tab.GetByLabel("Your password").FillAsync(Password);
        await office.Button("Give the money back").ClickAsync();
        await office.SaysAsync("$40.00 is being given back.");
        await ShowsAsync(office, "$40.00 given back");
        await Expect(office.History).ToContainTextAsync("asked for $40.00 to be given back: One bunch was missing.");
        await Expect(office.History).ToContainTextAsync("wanted to give back $40.00, and did not prove who that is.");
        await tab.BeFitAsync();

        var mail = await site.Mails.ReceivesAsync(invoice.Email, $"Money given back: $40.00 for invoice {invoice.Number}");
        Assert.Contains("Northgate Flowers has given back $40.00 of your payment", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("One bunch was missing", mail.Text, StringComparison.Ordinal);
        await payer.ReloadAsync();
        Assert.StartsWith("$40.00", await payer.FactAsync("Given back"), StringComparison.Ordinal);
        await payer.ReceiptToPrint.ClickAsync();
        await payer.ShowsAsync("Receipt");
        Assert.StartsWith("$40.00", await payer.FactAsync("Given back"), StringComparison.Ordinal);
        await Expect(payer.Words("5 to 10 days")).ToBeVisibleAsync();
        await payer.Tab.BeFitAsync();
        await payer.Tab.GetByRole(AriaRole.Link, new() { Name = "Check that this receipt is genuine" }).ClickAsync();
        await payer.ShowsAsync("This receipt is genuine");
        Assert.StartsWith("$40.00", await payer.FactAsync("Given back"), StringComparison.Ordinal);
        await payer.Tab.BeFitAsync();

        await office.OpenAsync();
        await Link(tab, "Give money back").ClickAsync();
        await Expect(tab.GetByLabel("Amount in USD")).ToHaveValueAsync("60.00");
        await tab.GetByLabel("Your password").FillAsync(Password);
        await office.Button("Give the money back").ClickAsync();
        await ShowsAsync(office, "$100.00 given back");
        await Expect(Link(tab, "Give money back")).ToHaveCountAsync(0);
        await site.Mails.ReceivesAsync(invoice.Email, $"Money given back: $60.00 for invoice {invoice.Number}");
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
    }

    [Fact]
    public async Task A_refund_that_the_bank_refuses_is_seen_asked_for_again_and_settled_otherwise()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside, new Dictionary<string, string> { ["Sandbox__RefundSettleTime"] = "00:00:20" });
        var (invoice, payer) = await PaidAsync(site, "80.00", "4000 0000 0000 5126");    // refunds are pending, then fail
        var office = await ColleagueAsync(site, invoice.Number);
        var tab = office.Tab;
        await office.OpenAsync();
        await Link(tab, "Give money back").ClickAsync();
        await tab.GetByLabel("Your password").FillAsync(Password);
        await office.Button("Give the money back").ClickAsync();
        await Eventually.SeeAsync(
            async () =>
            {
                await office.OpenAsync();
                return await tab.GetByText("It takes days, and may still fail.").CountAsync() > 0;
            },
            "that the processor took the refund on");
        await payer.ReloadAsync();
        Assert.Equal("$80.00", await payer.FactAsync("On its way back"));
        await ShowsAsync(office, "could not be given back");
        await tab.BeFitAsync();
        await site.Mails.ReceivesAsync(Mailbox.Merchant, $"A refund failed: $80.00 for invoice {invoice.Number}");
        Assert.Empty(site.Mails.Find(invoice.Email, "given back"));
        await payer.ReloadAsync();
        await Expect(payer.Words("Given back")).ToHaveCountAsync(0);

        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await Expect(tab.Locator(".worries")).ToContainTextAsync("$80.00 could not be given back");
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Decide" }).ClickAsync();
        await Expect(tab.GetByText("The money is still with you.")).ToBeVisibleAsync();
        await tab.BeFitAsync();
        await office.Button("Ask again").ClickAsync();
        await Expect(tab.Locator("#Input-Proof-fault")).ToHaveTextAsync("This is not your password.");
        await tab.GetByLabel("Your password").FillAsync(Password);
        await office.Button("Ask again").ClickAsync();
        await office.SaysAsync("$80.00 is being given back.");
        await Expect(tab.GetByText("Failed, asked again")).ToBeVisibleAsync();

        await ShowsAsync(office, "could not be given back");    // the same card, the same end
        await tab.GetByRole(AriaRole.Link, new() { NameRegex = new("^Decide") }).ClickAsync();
        await office.Button("It is settled otherwise").ClickAsync();
        await office.SaysAsync("nothing more is to be done");
        await Expect(tab.GetByText("Failed, settled otherwise")).ToBeVisibleAsync();
        await tab.BeFitAsync();
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await Expect(tab.Locator(".worries").GetByText("could not be given back")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_rules_for_unexpected_money_are_set_case_by_case()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync()));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.GotoAsync($"{tab.Url.TrimEnd('/')}/settings/refunds");
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Group, new() { Name = "Money that is too much" }).GetByLabel("Give the rest back").CheckAsync();
        await tab.GetByLabel("When more of one payment goes back than this:").CheckAsync();
        await tab.GetByLabel("Limit", new() { Exact = false }).First.FillAsync("much");
        await tab.GetByLabel("Currency of the limit").SelectOptionAsync("EUR");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Locator("#Limit-fault")).ToContainTextAsync("Write an amount above 0 in EUR");
        await tab.BeFitAsync();
        await tab.Locator("#Limit").FillAsync("250");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToHaveTextAsync("Refunds: saved.");

        await Expect(tab.GetByRole(AriaRole.Group, new() { Name = "Money that is too much" }).GetByLabel("Give the rest back")).ToBeCheckedAsync();
        await Expect(tab.GetByRole(AriaRole.Group, new() { Name = "Money that comes late" }).GetByLabel("Keep it")).ToBeCheckedAsync();
        await Expect(tab.Locator("#Limit")).ToHaveValueAsync("250.00");
    }

    private static ILocator Link(IPage tab, string beginning) => tab.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{beginning}") });

    /// <summary>Waits, as a colleague would who looks again.</summary>
    private static Task<string> ShowsAsync(OfficeInvoice office, string words) => Eventually.SeeAsync(
        async () =>
        {
            await office.OpenAsync();
            return (await office.Payments.InnerTextAsync()).Contains(words, StringComparison.Ordinal) ? words : null;
        },
        $"'{words}' at the payment");

    private async Task<(MadeInvoice Invoice, PayerPage Payer)> PaidAsync(RunningSite site, string total, string card)
    {
        var invoice = await site.Merchant.CreateAsync(total);
        var payer = await PayerAsync(invoice.Link);
        await (await payer.PayByCardAsync()).PayAsync(card);
        await payer.ShowsAsync("Payment received");
        return (invoice, payer);
    }

    /// <summary>The demo's administrator came by an address that works once: he sets a password, or could not prove who he is.</summary>
    private async Task<OfficeInvoice> ColleagueAsync(RunningSite site, string number)
    {
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync()));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant/account/password")}");
        await tab.GetByLabel("New password").FillAsync(Password);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToBeVisibleAsync();
        return new OfficeInvoice(tab, site.BaseUrl, number);
    }
}
