using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

public sealed class PayingInFull(World world) : Journey(world)
{
    private const string TenLetters = "^[0-9A-HJKMNP-TV-Z]{10}$";

    [Theory, BothArrangements]
    public async Task A_payer_pays_an_invoice_in_full_by_card(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync("240.50");
        var payer = await PayerAsync(invoice.Link);

        await payer.ShowsAsync($"Invoice {invoice.Number} · amount due");
        await Expect(payer.Words("Northgate Flowers").First).ToBeVisibleAsync();
        await Expect(payer.Words("White roses")).ToBeVisibleAsync();
        await Expect(payer.PayButton).ToHaveTextAsync("Pay $240.50");
        await Expect(payer.OtherAmount).ToHaveCountAsync(0);

        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ShowsAsync("Payment received");
        var reference = await payer.FactAsync("Reference");

        Assert.Matches(TenLetters, reference);
        Assert.Equal("$240.50", await payer.FactAsync("Amount paid"));
        Assert.Contains("4242", await payer.FactAsync("Paid with"), StringComparison.Ordinal);
        Assert.StartsWith(site.BaseUrl.AbsoluteUri, payer.Tab.Url, StringComparison.Ordinal);

        var receipt = await site.Mails.ReceivesAsync(invoice.Email, $"Receipt for invoice {invoice.Number}");
        var confirmation = await site.Mails.ReceivesAsync(Mailbox.Merchant, $"$240.50 for invoice {invoice.Number}");
        Assert.Contains($"Reference: {reference}", receipt.Text, StringComparison.Ordinal);
        Assert.Contains($"Reference: {reference}", confirmation.Text, StringComparison.Ordinal);

        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
        Assert.Contains($"PAYMENT {reference}", await site.Merchant.HistoryAsync(invoice.Number));
        Assert.Equal("Used", await site.Database.LinkStatusAsync(invoice.Number));
    }

    [Theory, BothArrangements]
    public async Task A_payer_without_JavaScript_pays_just_the_same(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link, new() { JavaScriptEnabled = false });

        await (await payer.PayByCardAsync()).PayAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
    }

    [Theory, BothArrangements]
    public async Task A_payer_without_JavaScript_pays_a_part_and_the_rest_by_bank(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync("100.00", minimum: "10.00");
        var payer = await PayerAsync(invoice.Link, new() { JavaScriptEnabled = false });
        await Expect(payer.Amount).ToBeHiddenAsync();
        await payer.TypeAsync("9");
        await payer.PayButton.ClickAsync();
        await Expect(payer.AmountFault).ToBeVisibleAsync();

        await (await payer.PayByCardAsync("40")).PayAsync();
        await payer.ShowsAsync("Payment received");
        Assert.Equal("$40.00", await payer.FactAsync("Amount paid"));
        await payer.PayTheRest.ClickAsync();
        await Expect(payer.YourBank).ToBeHiddenAsync();
        await (await payer.PayByBankAsync("Amberfield Bank")).ApproveAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal("$60.00", await payer.FactAsync("Amount paid"));
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
    }

    [Theory, BothArrangements]
    public async Task The_browser_has_nothing_to_complain_about_during_a_payment(Arrangement arrangement)
    {
        var complaints = new List<string>();
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = new PayerPage(await BrowserAsync());
        payer.Tab.Console += (_, message) => Note(message.Type is "error" or "warning" ? $"{message.Text} {message.Location}" : null);
        payer.Tab.PageError += (_, error) => Note(error);
        payer.Tab.RequestFailed += (_, request) => Note($"{request.Failure} {request.Url}");

        await payer.OpenAsync(invoice.Link);
        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ShowsAsync("Payment received");
        await payer.Tab.GetByRole(AriaRole.Link, new() { Name = "Receipt to print" }).ClickAsync();
        await payer.ShowsAsync("Receipt");

        lock (complaints)
        {
            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        }

        void Note(string? complaint)
        {
            lock (complaints)
            {
                complaints.AddRange(complaint is null ? [] : [complaint]);
            }
        }
    }
}
