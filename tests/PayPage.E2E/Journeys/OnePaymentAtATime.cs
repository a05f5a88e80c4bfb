using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

public sealed class OnePaymentAtATime(World world) : Journey(world)
{
    [Theory, BothArrangements]
    public async Task A_payer_who_went_back_continues_the_payment_he_began(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);
        var card = await payer.PayByCardAsync();
        await Expect(card.CardNumber).ToBeVisibleAsync();

        await payer.Tab.GoBackAsync();
        await payer.ShowsAsync("A payment was started");
        await Expect(payer.StartAgain).ToBeVisibleAsync();
        await Expect(payer.PayButton).ToHaveCountAsync(0);
        await payer.Continue.ClickAsync();
        await card.PayAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal(1, await site.Database.PaymentsAsync(invoice.Number));
    }

    [Theory, BothArrangements]
    public async Task A_payer_who_starts_again_pays_once(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);
        await Expect((await payer.PayByCardAsync()).CardNumber).ToBeVisibleAsync();

        await payer.OpenAsync(invoice.Link);
        await payer.StartAgain.ClickAsync();
        await Expect(payer.PayButton).ToBeVisibleAsync();
        Assert.Equal(0, await site.Database.ReservedAsync(invoice.Number));
        await (await payer.PayByCardAsync()).PayAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
        Assert.Equal(1, await site.Database.PromisedAsync(invoice.Number, "ReceiptMail"));
    }

    [Theory, BothArrangements]
    public async Task A_stranger_can_neither_continue_nor_cancel_nor_pay_while_a_payment_is_open(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);
        await Expect((await payer.PayByCardAsync()).CardNumber).ToBeVisibleAsync();

        var stranger = await PayerAsync(invoice.Link);
        await stranger.ShowsAsync("A payment was started");

        await Expect(stranger.Words("$240.50")).ToBeVisibleAsync();
        await Expect(stranger.Tab.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(stranger.Continue).ToHaveCountAsync(0);
        await stranger.Tab.GotoAsync($"{invoice.Link}/go");
        await stranger.ShowsAsync("A payment was started");
    }

    [Theory, BothArrangements]
    public async Task A_double_click_on_Pay_makes_one_payment(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);

        await payer.PayButton.DblClickAsync();
        await new CardPage(payer.Tab).PayAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal(1, await site.Database.PaymentsAsync(invoice.Number));
    }

    [Theory, BothArrangements]
    public async Task Pressing_Pay_in_two_tabs_makes_one_payment(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync("100.00", minimum: "10.00");
        var one = await PayerAsync(invoice.Link);
        var two = new PayerPage(await TabAsync(one.Tab.Context));
        await two.OpenAsync(invoice.Link);

        await Task.WhenAll(one.PayByCardAsync("50"), two.PayByCardAsync("50"));
        var (atTheProcessor, left) = await Eventually.SeeAsync(
            () => Task.FromResult(IsAtTheProcessor(one) ? (one, two) : IsAtTheProcessor(two) ? (two, one) : ((PayerPage, PayerPage)?)null),
            "one of two tabs reaches the processor") ?? default;
        await Expect(left.PayButton).ToHaveCountAsync(0);
        Assert.Equal(1, await site.Database.PaymentsAsync(invoice.Number));

        await new CardPage(atTheProcessor.Tab).PayAsync();
        await atTheProcessor.ShowsAsync("Payment received");
        await left.ShowsAsync("Payment received");    // by itself: it waits for news
        Assert.Equal("PARTIAL", await site.Merchant.StatusAsync(invoice.Number));
        Assert.Equal(1, await site.Database.PaymentsAsync(invoice.Number));
    }

    private static bool IsAtTheProcessor(PayerPage payer) => payer.Tab.Url.Contains("/sandbox/pay/", StringComparison.Ordinal);
}
