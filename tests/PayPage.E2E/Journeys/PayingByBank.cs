using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

public sealed class PayingByBank(World world) : Journey(world)
{
    private const string Bank = "Amberfield Bank";

    [Theory, BothArrangements]
    public async Task A_payer_pays_by_bank_and_the_money_arrives_later(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);

        var bank = await payer.PayByBankAsync(Bank);
        await Expect(bank.Name).ToHaveTextAsync(Bank);
        await bank.ApproveForLaterAsync();

        await payer.ShowsAsync("The bank payment is on its way");
        await Expect(payer.PayButton).ToHaveCountAsync(0);

        var receipt = await site.Mails.ReceivesAsync(invoice.Email, $"Receipt for invoice {invoice.Number}");
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
        await payer.ShowsAsync("Payment received");    // by itself: it waits for news
        var reference = await payer.FactAsync("Reference");
        Assert.Contains(reference, receipt.Text, StringComparison.Ordinal);

        // What the merchant saw meanwhile, however quickly the money came.
        var history = await site.Merchant.HistoryAsync(invoice.Number);
        Assert.Equal(["PENDING", $"PAYMENT {reference}"], history.Where(happening => happening.StartsWith('P')));
    }

    [Theory, BothArrangements]
    public async Task A_payer_whose_bank_refuses_may_try_again(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);

        await (await payer.PayByBankAsync(Bank)).RefuseAsync();

        await Expect(payer.Words("Your last payment was declined and nothing was charged.")).ToBeVisibleAsync();
        await Expect(payer.PayButton).ToBeVisibleAsync();
        Assert.Equal(0, await site.Database.ReservedAsync(invoice.Number));
        Assert.Equal("CREATED", await site.Merchant.StatusAsync(invoice.Number));
    }
}
