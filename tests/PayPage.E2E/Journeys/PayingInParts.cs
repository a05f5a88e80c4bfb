using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

public sealed class PayingInParts(World world) : Journey(world)
{
    [Theory, BothArrangements]
    public async Task A_payer_pays_a_part_and_then_the_rest_from_the_return_page(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync("100.00", minimum: "10.00");
        var payer = await PayerAsync(invoice.Link);

        await (await payer.PayByCardAsync("40")).PayAsync();
        await payer.ShowsAsync("Payment received");
        Assert.Equal("$40.00", await payer.FactAsync("Amount paid"));
        Assert.Equal("PARTIAL", await site.Merchant.StatusAsync(invoice.Number));

        await payer.PayTheRest.ClickAsync();
        await payer.ShowsAsync($"Invoice {invoice.Number}");
        Assert.Equal("$60.00", await payer.FactAsync("Amount due"));
        await (await payer.PayByCardAsync()).PayAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal("$60.00", await payer.FactAsync("Amount paid"));
        await Expect(payer.PayTheRest).ToHaveCountAsync(0);
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
    }

    [Theory, BothArrangements]
    public async Task A_payer_pays_the_rest_on_another_device_through_the_link_in_the_receipt_mail(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync("100.00", minimum: "10.00");
        var payer = await PayerAsync(invoice.Link);
        await (await payer.PayByCardAsync("30,50")).PayAsync();
        await payer.ShowsAsync("Payment received");

        var receipt = await site.Mails.ReceivesAsync(invoice.Email, $"Receipt for invoice {invoice.Number}: $30.50");
        var elsewhere = await PayerAsync(receipt.Link);
        Assert.Equal("$69.50", await elsewhere.FactAsync("Amount due"));
        await (await elsewhere.PayByCardAsync()).PayAsync();

        await elsewhere.ShowsAsync("Payment received");
        Assert.Equal("$69.50", await elsewhere.FactAsync("Amount paid"));
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
    }

    [Theory, BothArrangements]
    public async Task A_used_link_shows_a_stranger_its_own_receipt_and_not_the_link_for_the_rest(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync("100.00", minimum: "10.00");
        var payer = await PayerAsync(invoice.Link);
        await (await payer.PayByCardAsync("40")).PayAsync();
        await payer.ShowsAsync("Payment received");
        await Expect(payer.PayTheRest).ToBeVisibleAsync();

        var stranger = await PayerAsync(invoice.Link);
        await stranger.ShowsAsync("Payment received");

        Assert.Equal(await payer.FactAsync("Reference"), await stranger.FactAsync("Reference"));
        await Expect(stranger.PayTheRest).ToHaveCountAsync(0);
        await Expect(stranger.PayButton).ToHaveCountAsync(0);
        await Expect(stranger.Words("$60.00")).ToBeVisibleAsync();
        var receipt = await site.Mails.ReceivesAsync(invoice.Email, $"Receipt for invoice {invoice.Number}");
        Assert.DoesNotContain(receipt.Link.Segments[^1], await stranger.Tab.ContentAsync(), StringComparison.Ordinal);
    }
}
