using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PayPage.E2E.Pages;

/// <summary>The processor's page for cards, and its 3-D Secure page.</summary>
internal sealed partial class CardPage(IPage page)
{
    public ILocator CardNumber => page.GetByLabel("Card number");

    public async Task PayAsync(string card = TestCards.Good)
    {
        await CardNumber.FillAsync(card);
        await page.GetByLabel("Expiry date").FillAsync("12/34");
        await page.GetByLabel("Security code").FillAsync("123");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Pay() }).ClickAsync();
    }

    public Task CompleteAuthenticationAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Complete authentication" }).ClickAsync();

    public Task FailAuthenticationAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Fail authentication" }).ClickAsync();

    [GeneratedRegex("^Pay ")]
    private static partial Regex Pay();
}

/// <summary>Cards of the sandbox (docs/sandbox.md).</summary>
internal static class TestCards
{
    public const string Good = "4242 4242 4242 4242";
    public const string Declined = "4000 0000 0000 0002";
    public const string DeclinedForFunds = "4000 0000 0000 9995";
    public const string DeclinedAsExpired = "4000 0000 0000 0069";
    public const string Challenged = "4000 0025 0000 3155";
    public const string WebhookLost = "4000 0000 0066 0037";
}
