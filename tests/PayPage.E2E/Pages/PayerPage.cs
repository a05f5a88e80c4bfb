using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Pages;

/// <summary>What a payer finds behind a link, by the words a person reads.</summary>
internal sealed partial class PayerPage(IPage page)
{
    public IPage Tab => page;

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator PayButton => page.GetByRole(AriaRole.Button, new() { NameRegex = Pay() });

    public ILocator Amount => page.GetByRole(AriaRole.Textbox, new() { Name = "Amount", Exact = true });

    public ILocator OtherAmount => page.GetByRole(AriaRole.Radio, new() { NameRegex = PayAnother() });

    public ILocator Continue => page.GetByRole(AriaRole.Link, new() { Name = "Continue this payment" });

    public ILocator StartAgain => page.GetByRole(AriaRole.Button, new() { Name = "Start again" });

    public ILocator SendNewLink => page.GetByRole(AriaRole.Button, new() { Name = "Send me a new link" });

    public ILocator PayTheRest => page.GetByRole(AriaRole.Link, new() { Name = "Pay the rest" });

    public ILocator Words(string words) => page.GetByText(words);

    public Task<IResponse?> OpenAsync(Uri link) => page.GotoAsync(link.AbsoluteUri);

    public Task ShowsAsync(string heading) => Expect(Heading).ToContainTextAsync(heading);

    /// <param name="amount">Null: in full.</param>
    public async Task<CardPage> PayByCardAsync(string? amount = null)
    {
        await TypeAsync(amount);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Card" }).CheckAsync();
        await PayButton.ClickAsync();
        return new CardPage(page);
    }

    public async Task<BankPage> PayByBankAsync(string bank)
    {
        await page.GetByLabel("Your bank").SelectOptionAsync(bank);
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Bank transfer" })).ToBeCheckedAsync();
        await PayButton.ClickAsync();
        return new BankPage(page);
    }

    /// <summary>Chooses to pay another amount and types it; nothing when it is to be paid in full.</summary>
    public async Task TypeAsync(string? amount)
    {
        if (amount is not null)
        {
            await OtherAmount.CheckAsync();
            await Amount.FillAsync(amount);
        }
    }

    /// <summary>What stands beside a name in a list of facts, such as "Reference".</summary>
    public async Task<string> FactAsync(string name)
    {
        var names = await page.GetByRole(AriaRole.Term).AllInnerTextsAsync();
        var values = await page.GetByRole(AriaRole.Definition).AllInnerTextsAsync();
        return values[names.ToList().IndexOf(name)];
    }

    [GeneratedRegex("^Pay (now|\\S*\\d)")]
    private static partial Regex Pay();

    [GeneratedRegex("^Pay another amount")]
    private static partial Regex PayAnother();
}
