using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A page that waits changes by itself; nobody has to press anything.</summary>
public sealed class WaitingForNews(World world) : Journey(world)
{
    [Theory, BothArrangements]
    public async Task Pages_that_show_a_started_payment_change_when_it_succeeds_elsewhere(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);
        var card = await payer.PayByCardAsync();
        await Expect(card.CardNumber).ToBeVisibleAsync();
        var own = new PayerPage(await TabAsync(payer.Tab.Context));
        await own.OpenAsync(invoice.Link);
        await own.ShowsAsync("A payment was started");
        var stranger = await PayerAsync(invoice.Link);
        await stranger.ShowsAsync("A payment was started");
        await Expect(stranger.Words("This page changes by itself")).ToBeVisibleAsync();

        await card.PayAsync();

        await own.ShowsAsync("Payment received");
        await stranger.ShowsAsync("Payment received");
    }

    [Theory, BothArrangements]
    public async Task A_payment_that_nobody_was_sure_of_turns_out_by_itself_and_is_finished(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync("666.03");    // the payment is made, but the answer is an error
        var payer = await PayerAsync(invoice.Link);
        await payer.PayButton.ClickAsync();
        await payer.ShowsAsync("We are checking your payment");
        await Expect(payer.PayButton).ToHaveCountAsync(0);

        await payer.ShowsAsync("A payment was started");
        await payer.Continue.ClickAsync();
        await new CardPage(payer.Tab).PayAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal(1, await site.Database.PaymentsAsync(invoice.Number));
    }
}
