using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;

namespace PayPage.E2E.Journeys;

/// <summary>What people print, file and scan: the way from paper back to the site.</summary>
public sealed class PapersToKeep(World world) : Journey(world)
{
    [Fact]
    public async Task A_payer_downloads_the_invoice_and_its_code_leads_another_device_to_the_pay_page()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync("240.50");
        var payer = await PayerAsync(invoice.Link);

        var pdf = await DownloadAsync(payer, payer.DownloadInvoice, $"invoice-{invoice.Number}.pdf");
        var link = await Paper.ScanAsync(pdf);

        Assert.StartsWith($"{site.BaseUrl}s/", $"{link}", StringComparison.Ordinal);
        Assert.Contains(link.AbsolutePath, await Paper.ReadAsync(pdf), StringComparison.Ordinal);    // for those who have to type it
        var elsewhere = await PayerAsync(link);
        Assert.Equal("$240.50", await elsewhere.FactAsync("Amount due"));
        await (await elsewhere.PayByCardAsync()).PayAsync();
        await elsewhere.ShowsAsync("Payment received");
    }

    [Fact]
    public async Task A_receipt_on_paper_leads_to_the_page_that_says_it_is_genuine_and_says_the_same()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync("100.00", minimum: "10.00");
        var payer = await PayerAsync(invoice.Link);
        await (await payer.PayByCardAsync("40")).PayAsync();
        await payer.ShowsAsync("Payment received");
        var number = await payer.FactAsync("Receipt number");
        var reference = await payer.FactAsync("Reference");

        var pdf = await DownloadAsync(payer, payer.DownloadReceipt, $"receipt-{number}.pdf");
        var words = await Paper.ReadAsync(pdf);
        var anybody = await PayerAsync(await Paper.ScanAsync(pdf));

        Assert.All([number, reference, invoice.Number, "$40.00", "$60.00", "4242"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        await anybody.ShowsAsync("This receipt is genuine");
        Assert.Equal(number, await anybody.FactAsync("Receipt number"));
        Assert.Equal(reference, await anybody.FactAsync("Reference"));
        Assert.Equal("$40.00", await anybody.FactAsync("Amount paid"));
        Assert.Equal("$60.00", await anybody.FactAsync("Still to be paid"));

        var mail = await site.Mails.ReceivesAsync(invoice.Email, "Receipt for invoice");
        Assert.Equal([$"receipt-{number}.pdf"], mail.Files);
    }

    [Fact]
    public async Task An_invoice_by_mail_brings_its_paper_along()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync("12.50", more: new Wanted { Delivery = "email" });

        var mail = await site.Mails.ReceivesAsync(invoice.Email, $"Invoice {invoice.Number}");

        Assert.Equal([$"invoice-{invoice.Number}.pdf"], mail.Files);
    }

    [Fact]
    public async Task An_invoice_by_text_is_paid_on_the_telephone_and_its_receipt_comes_there_too()
    {
        const string phone = "+31612345678";
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync("12.50", more: new Wanted { Delivery = "sms", Phone = phone, HasEmail = false });

        var text = await site.Texts.ReceivesAsync(phone);
        Assert.Contains($"invoice {invoice.Number}", text.Text, StringComparison.Ordinal);
        var payer = await PayerAsync(text.Link, new() { ViewportSize = new() { Width = 360, Height = 640 } });
        await (await payer.PayByCardAsync()).PayAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal("PAID", await site.Merchant.StatusAsync(invoice.Number));
        await Eventually.SeeAsync(async () => await site.Database.PromisedAsync(invoice.Number, "ReceiptText") == 1 ? "" : null, "a receipt by text");
    }

    private static async Task<string> DownloadAsync(PayerPage payer, ILocator link, string name)
    {
        var download = await payer.Tab.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        var path = Path.Combine(Directory.CreateTempSubdirectory("paypage-paper-").FullName, name);
        await download.SaveAsAsync(path);
        return path;
    }
}
