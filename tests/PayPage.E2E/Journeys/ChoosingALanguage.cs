using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

public sealed class ChoosingALanguage(World world) : Journey(world)
{
    private const string GermanTitle = "Diese Rechnung bezahlen";
    private const string FrenchBrowser = "fr-FR";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_switches_by_keyboard_with_and_without_scripts_and_the_address_stays_clean(bool scripts)
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link, new() { JavaScriptEnabled = scripts });

        await payer.Tab.Keyboard.PressAsync("Tab");
        await payer.Tab.Keyboard.PressAsync("Enter");
        await Expect(Deutsch(payer)).ToBeVisibleAsync();
        await payer.Tab.Keyboard.PressAsync("Tab");
        await Expect(Deutsch(payer)).ToBeFocusedAsync();
        await payer.Tab.Keyboard.PressAsync("Enter");

        await SpeaksAsync(payer, Languages.German);
        await Expect(payer.Tab.GetByText(GermanTitle)).ToBeVisibleAsync();
        Assert.Equal(invoice.Link.AbsoluteUri, payer.Tab.Url);
    }

    [Fact]
    public async Task The_choice_is_remembered_on_other_links_and_in_other_tabs()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var payer = await PayerAsync((await site.Merchant.CreateAsync()).Link);
        await payer.Tab.Locator("summary").ClickAsync();
        await Deutsch(payer).ClickAsync();
        await SpeaksAsync(payer, Languages.German);

        var other = new PayerPage(await TabAsync(payer.Tab.Context));
        await other.OpenAsync((await site.Merchant.CreateAsync()).Link);
        await SpeaksAsync(other, Languages.German);
        await other.OpenAsync(new Uri(site.BaseUrl, "p/unknown"));
        await SpeaksAsync(other, Languages.German);
    }

    [Fact]
    public async Task The_readers_choice_goes_before_the_invoices_language_and_that_before_his_browsers()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var any = await site.Merchant.CreateAsync();
        var spanish = await site.Merchant.CreateAsync("240.50", null, new Wanted { Language = "es" });

        await SpeaksAsync(await PayerAsync(any.Link, new() { Locale = FrenchBrowser }), "fr");
        await SpeaksAsync(await PayerAsync(any.Link, new() { Locale = "ja-JP" }), Languages.English);
        var payer = await PayerAsync(spanish.Link, new() { Locale = FrenchBrowser });
        await SpeaksAsync(payer, "es");
        await payer.Tab.GotoAsync($"{spanish.Link}?lang=de");
        await SpeaksAsync(payer, Languages.German);
        Assert.Equal(spanish.Link.AbsoluteUri, payer.Tab.Url);
    }

    [Theory, BothArrangements]
    public async Task Who_pays_in_German_gets_a_German_receipt(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link, new() { Locale = "de-AT" });
        await Expect(payer.BigButton).ToHaveTextAsync("240,50 $ zahlen");
        await payer.BigButton.ClickAsync();
        await new CardPage(payer.Tab).PayAsync();

        await payer.ShowsAsync("Zahlung eingegangen");
        var receipt = await site.Mails.ReceivesAsync(invoice.Email, $"Zahlungsbeleg für Rechnung {invoice.Number}: 240,50\u00a0$");
        Assert.Contains($"Zahlungsreferenz: {await payer.FactAsync("Zahlungsreferenz")}", receipt.Text, StringComparison.Ordinal);
        await site.Mails.ReceivesAsync(Mailbox.Merchant, $"Payment received: $240.50 for invoice {invoice.Number}");
    }

    private static ILocator Deutsch(PayerPage payer) => payer.Tab.GetByRole(AriaRole.Link, new() { Name = "Deutsch" });

    private static Task SpeaksAsync(PayerPage payer, string language) => Expect(payer.Tab.Locator("html")).ToHaveAttributeAsync("lang", language);
}
