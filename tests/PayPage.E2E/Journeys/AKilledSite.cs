using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>The site dies between the processor's success and our record of it.</summary>
public sealed class AKilledSite(World world) : Journey(world)
{
    /// <param name="card">With the one, the processor tells again; with the other, only our own asking finds out.</param>
    [Theory]
    [InlineData(TestCards.Good)]
    [InlineData(TestCards.WebhookLost)]
    public async Task A_payment_made_while_the_site_was_dead_is_there_exactly_once_after_it_starts_again(string card)
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxElsewhere);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);
        var form = await payer.PayByCardAsync();
        await Expect(form.CardNumber).ToBeVisibleAsync();

        await site.KillAsync();
        await payer.Tab.RunAndWaitForRequestFailedAsync(() => form.PayAsync(card), "/return");
        await site.StartAgainAsync();

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
}
