using System.Net;
using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

public sealed class AnExpiredLink(World world) : Journey(world)
{
    private const int PerDay = 3;

    [Theory, BothArrangements]
    public async Task A_payer_whose_link_has_expired_asks_for_a_new_one_and_pays(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        await site.Database.OpenedYesterdayAsync(invoice.Number);

        var payer = await PayerAsync(invoice.Link);
        await payer.ShowsAsync("This link has expired");
        await Expect(payer.PayButton).ToHaveCountAsync(0);
        await Expect(payer.Words(invoice.Email)).ToHaveCountAsync(0);
        await payer.SendNewLink.ClickAsync();
        await payer.ShowsAsync("Look for a new message");

        var mail = await site.Mails.ReceivesAsync(invoice.Email, $"Your new link for invoice {invoice.Number}");
        var again = await PayerAsync(mail.Link);
        await (await again.PayByCardAsync()).PayAsync();

        await again.ShowsAsync("Payment received");
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
    }

    [Fact]
    public async Task The_fourth_request_in_a_day_gets_the_same_answer_and_sends_nothing()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync();
        await site.Database.OpenedYesterdayAsync(invoice.Number);
        var payer = await PayerAsync(invoice.Link);
        var answers = new HashSet<string>();

        for (var i = 0; i < PerDay + 1; i++)
        {
            await payer.OpenAsync(invoice.Link);
            await payer.SendNewLink.ClickAsync();
            await payer.ShowsAsync("Look for a new message");
            answers.Add(await payer.Tab.GetByRole(AriaRole.Main).InnerTextAsync());
        }

        Assert.Single(answers);
        Assert.Equal(PerDay, await site.Database.PromisedAsync(invoice.Number, "FreshLinkMail"));
    }

    [Fact]
    public async Task A_link_that_was_cut_or_changed_leads_nowhere_and_offers_nothing()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync();
        var whole = invoice.Link.AbsoluteUri;
        var page = await BrowserAsync();

        foreach (var address in new[] { whole[..^1], $"{whole}x", $"{site.BaseUrl}p/unknown", $"{site.BaseUrl}s/unknown" })
        {
            var answer = await page.GotoAsync(address);

            Assert.Equal((int)HttpStatusCode.NotFound, answer?.Status);
            await new PayerPage(page).ShowsAsync("This link leads nowhere");
            await Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
            await Expect(page.GetByText("Northgate")).ToHaveCountAsync(0);
        }
    }
}
