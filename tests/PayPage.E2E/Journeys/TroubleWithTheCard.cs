using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

public sealed class TroubleWithTheCard(World world) : Journey(world)
{
    private const string NeutralWords = "Your last payment was declined and nothing was charged.";

    [Theory]
    [BothArrangements(TestCards.Declined)]
    [BothArrangements(TestCards.DeclinedForFunds)]
    [BothArrangements(TestCards.DeclinedAsExpired)]
    public async Task A_payer_whose_card_is_declined_pays_with_another_one_on_the_same_link(Arrangement arrangement, string card)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);

        await (await payer.PayByCardAsync()).PayAsync(card);
        await Expect(payer.Words(NeutralWords)).ToBeVisibleAsync();
        await Expect(payer.Words("funds")).ToHaveCountAsync(0);
        Assert.Equal(0, await site.Database.ReservedAsync(invoice.Number));

        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ShowsAsync("Payment received");
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
        Assert.Equal(1, await site.Database.PromisedAsync(invoice.Number, "ReceiptMail"));
    }

    [Theory, BothArrangements]
    public async Task A_payer_proves_who_he_is_to_the_bank_of_the_card(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);
        var card = await payer.PayByCardAsync();

        await card.PayAsync(TestCards.Challenged);
        await card.CompleteAuthenticationAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
    }

    [Theory, BothArrangements]
    public async Task A_payer_who_fails_to_prove_who_he_is_has_paid_nothing_and_may_try_again(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);
        var card = await payer.PayByCardAsync();

        await card.PayAsync(TestCards.Challenged);
        await card.FailAuthenticationAsync();

        await Expect(payer.Words(NeutralWords)).ToBeVisibleAsync();
        await Expect(payer.PayButton).ToBeVisibleAsync();
        Assert.Equal(0, await site.Database.ReservedAsync(invoice.Number));
        Assert.Equal("CREATED", await site.Merchant.StatusAsync(invoice.Number));
    }
}
