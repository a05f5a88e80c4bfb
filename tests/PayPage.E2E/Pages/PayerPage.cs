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

    /// <summary>What is wrong with the amount, beside its field.</summary>
    public ILocator AmountFault => page.Locator("#Amount-error");

    /// <summary>What is wrong, all of it, in front of the form.</summary>
    public ILocator Faults => page.GetByRole(AriaRole.Alert);

    public ILocator InFull => page.GetByRole(AriaRole.Radio, new() { Name = "Pay in full" });

    public ILocator OtherAmount => page.GetByRole(AriaRole.Radio, new() { NameRegex = PayAnother() });

    public ILocator Card => page.GetByRole(AriaRole.Radio, new() { Name = "Card" });

    public ILocator BankTransfer => page.GetByRole(AriaRole.Radio, new() { Name = "Bank transfer" });

    public ILocator YourBank => page.GetByLabel("Your bank", new() { Exact = true });

    public ILocator ReceiptEmail => page.GetByLabel("E-mail for the receipt");

    /// <summary>Whatever it says, in whatever language.</summary>
    public ILocator BigButton => page.Locator("form[data-pay] button");

    public ILocator ReceiptToPrint => page.GetByRole(AriaRole.Link, new() { Name = "Receipt to print" });

    public ILocator DownloadInvoice => page.GetByRole(AriaRole.Link, new() { Name = "Download the invoice (PDF)" });

    public ILocator DownloadReceipt => page.GetByRole(AriaRole.Link, new() { Name = "Download the receipt (PDF)" });

    public ILocator Continue => page.GetByRole(AriaRole.Link, new() { Name = "Continue this payment" });

    public ILocator StartAgain => page.GetByRole(AriaRole.Button, new() { Name = "Start again" });

    public ILocator SendNewLink => page.GetByRole(AriaRole.Button, new() { Name = "Send me a new link" });

    public ILocator PayTheRest => page.GetByRole(AriaRole.Link, new() { Name = "Pay the rest" });

    public ILocator Words(string words) => page.GetByText(words);

    public Task<IResponse?> OpenAsync(Uri link) => page.GotoAsync(link.AbsoluteUri);

    /// <summary>The page of the link anew: an answer to a post is not posted again.</summary>
    public Task<IResponse?> ReloadAsync() => page.GotoAsync(page.Url);

    public Task ShowsAsync(string heading) => Expect(Heading).ToContainTextAsync(heading);

    /// <param name="amount">Null: in full.</param>
    public async Task<CardPage> PayByCardAsync(string? amount = null)
    {
        await TypeAsync(amount);
        await Card.CheckAsync();
        await PayButton.ClickAsync();
        return new CardPage(page);
    }

    public async Task<BankPage> PayByBankAsync(string bank)
    {
        await BankTransfer.CheckAsync();
        await YourBank.SelectOptionAsync(bank);
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

    /// <summary>Chooses by what the fields are, not by what they are called: in any language.</summary>
    public async Task ChooseAsync(string? amount = null, bool byBank = false)
    {
        if (amount is not null)
        {
            await page.Locator("[name='Input.Choice'][value=other]").CheckAsync();
            await page.Locator("#Amount").FillAsync(amount);
        }

        if (byBank)
        {
            await page.Locator("[name='Input.Method'][value=bank]").CheckAsync();
            await page.Locator("#BankCode").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }
    }

    /// <summary>What stands beside a name in a list of facts, such as "Reference".</summary>
    public async Task<string> FactAsync(string name)
    {
        var names = await page.GetByRole(AriaRole.Term).AllInnerTextsAsync();
        var values = await page.GetByRole(AriaRole.Definition).AllInnerTextsAsync();
        return values[names.ToList().IndexOf(name)];
    }

    [GeneratedRegex("^Pay (this amount|([A-Z]{3} )?\\S*\\d)")]
    private static partial Regex Pay();

    [GeneratedRegex("^Pay another amount")]
    private static partial Regex PayAnother();
}
