using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>The site dies between the processor's success and our record of it.</summary>
[RunsLong]
public sealed class AKilledSite(World world) : Journey(world)
{
    /// <summary>Of the one payment the processor tells again; the other is found out by our own asking alone.</summary>
    [Fact]
    public async Task Payments_made_while_the_site_was_dead_are_there_exactly_once_after_it_starts_again()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxElsewhere);
        var told = await BeginAsync(site);
        var untold = await BeginAsync(site);

        await site.KillAsync();
        await LoseTheWayBackAsync(told.Payer, TestCards.Good);
        await LoseTheWayBackAsync(untold.Payer, TestCards.WebhookLost);
        await site.StartAgainAsync();

        await IsThereOnceAsync(site, told);
        await IsThereOnceAsync(site, untold);
    }

    private static Task LoseTheWayBackAsync(PayerPage payer, string card) =>
        payer.Tab.RunAndWaitForRequestFailedAsync(() => new CardPage(payer.Tab).PayAsync(card), "/return");

    private static async Task IsThereOnceAsync(RunningSite site, (MadeInvoice Invoice, PayerPage Payer) begun)
    {
        var (invoice, payer) = begun;
        await Eventually.SeeAsync(async () => await site.Merchant.StatusAsync(invoice.Number) == "PAID", $"{invoice.Number} is paid");
        await payer.OpenAsync(invoice.Link);
        await payer.ShowsAsync("Payment received");
        await site.Mails.ReceivesAsync(invoice.Email, $"Receipt for invoice {invoice.Number}");
        await site.Mails.ReceivesAsync(Mailbox.Merchant, $"for invoice {invoice.Number}");

        var payment = $"PAYMENT {await payer.FactAsync("Reference")}";
        Assert.Single(await site.Merchant.HistoryAsync(invoice.Number), happening => happening.StartsWith("PAYMENT", StringComparison.Ordinal));
        Assert.Contains(payment, await site.Merchant.HistoryAsync(invoice.Number));
        Assert.Single(site.Mails.Find(invoice.Email, "Receipt"));
        Assert.Single(site.Mails.Find(Mailbox.Merchant, $"for invoice {invoice.Number}"));
    }

    private async Task<(MadeInvoice Invoice, PayerPage Payer)> BeginAsync(RunningSite site)
    {
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);
        await Expect((await payer.PayByCardAsync()).CardNumber).ToBeVisibleAsync();
        return (invoice, payer);
    }
}
