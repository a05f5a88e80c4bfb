using Microsoft.Playwright;

namespace PayPage.E2E.Pages;

/// <summary>Stripe's own form on the pay page: in a frame of Stripe's, where our page cannot look.</summary>
internal sealed class ElementPage(IPage page)
{
    private IFrameLocator Frame => page.FrameLocator("iframe[title='Secure payment input frame']");

    public ILocator CardNumber => Frame.GetByLabel("Card number");

    public ILocator Iban => Frame.GetByLabel("IBAN");

    /// <summary>What went wrong with a try, beside the button.</summary>
    public ILocator Alarm => page.Locator("form > p[role=alert]");

    public ILocator CouldNotBeLoaded => page.GetByText("could not be loaded");

    public ILocator Pay => page.Locator("form .pay");

    public async Task PayByCardAsync(string card)
    {
        await CardNumber.FillAsync(card);
        await Pay.ClickAsync();
    }

    public async Task PayByBankAsync(string iban)
    {
        await Frame.GetByLabel("Bank account").CheckAsync();
        await Iban.FillAsync(iban);
        await Pay.ClickAsync();
    }
}
