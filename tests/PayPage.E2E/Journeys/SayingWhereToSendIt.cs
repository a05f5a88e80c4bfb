using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A merchant asks whoever pays for a telephone number and a shipping address.</summary>
public sealed class SayingWhereToSendIt(World world) : Journey(world)
{
    private static readonly Wanted Asked = new() { AsksPhone = true, AsksShipping = true };

    [Fact]
    public async Task A_payer_on_a_phone_says_whom_to_ring_and_where_to_send_it_and_pays()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync(more: Asked);
        var payer = await PayerAsync(invoice.Link);
        await payer.Tab.BeFitAsync();
        await payer.Tab.BeWideAsync(Layout.Phone);

        await payer.Tab.GetByLabel("Full name").FillAsync("Tanya Lee");
        await payer.Tab.GetByLabel("Telephone number").FillAsync("0612345678");
        await payer.PayButton.ClickAsync();
        await Expect(payer.Faults).ToContainTextAsync("with its country code");
        await Expect(payer.Faults.GetByRole(AriaRole.Link)).ToHaveCountAsync(4);    // the phone, the street, the town and the country
        await Expect(payer.Tab.GetByLabel("Full name")).ToHaveValueAsync("Tanya Lee");
        await payer.Tab.BeFitAsync();
        await payer.Tab.BeWideAsync(Layout.Phone);

        await payer.Tab.GetByLabel("Telephone number").FillAsync("+31 6 1234 5678");
        await payer.Tab.GetByLabel("Street and number").FillAsync("Kerkstraat 1");
        await payer.Tab.GetByLabel("Postal code").FillAsync("3511 AB");
        await payer.Tab.GetByLabel("Town or city").FillAsync("Utrecht");
        await payer.Tab.GetByLabel("Country", new() { Exact = true }).FillAsync("Nederland");
        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ShowsAsync("Payment received");

        var confirmation = await site.Mails.ReceivesAsync(Mailbox.Merchant, $"for invoice {invoice.Number}");
        Assert.Contains("Tanya Lee, Kerkstraat 1, 3511 AB Utrecht, Nederland", confirmation.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var said = await site.Merchant.PayerOfAsync(invoice.Number);
        Assert.Equal(("+31612345678", "Utrecht"), (said.GetProperty("phoneNumber").GetString(), said.GetProperty("shipTo").GetProperty("locality").GetString()));
    }

    [Fact]
    public async Task A_reader_of_Arabic_without_JavaScript_is_asked_in_his_language()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync(more: Asked with { Language = "ar" });
        var payer = await PayerAsync(invoice.Link, new() { JavaScriptEnabled = false });

        await payer.Tab.GetByLabel("رقم الهاتف").FillAsync("+٣١٦١٢٣٤٥٦٧٨");
        await payer.Tab.GetByLabel("الاسم الكامل").FillAsync("تانيا لي");
        await payer.Tab.GetByLabel("الشارع ورقم المبنى").FillAsync("شارع النيل ١");
        await payer.Tab.GetByLabel("المدينة أو البلدة").FillAsync("القاهرة");
        await payer.Tab.GetByLabel("البلد", new() { Exact = true }).FillAsync("مصر");
        await payer.BigButton.ClickAsync();
        await new CardPage(payer.Tab).PayAsync();

        await Expect(payer.Heading).ToBeVisibleAsync();
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
        Assert.Equal("+31612345678", (await site.Merchant.PayerOfAsync(invoice.Number)).GetProperty("phoneNumber").GetString());
    }
}
