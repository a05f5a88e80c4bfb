using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

public sealed class ByKeyboard(World world) : Journey(world)
{
    private const string NameOfFocus =
        """
        () => {
            const e = document.activeElement;
            return e === document.body ? "nothing" : (e.labels?.[0]?.querySelector("span") ?? e.labels?.[0] ?? e).firstChild.textContent.trim() || e.innerText.trim();
        }
        """;

    // A radio button shows it on the whole of its choice.
    private const string FocusShows =
        """
        () => [document.activeElement, document.activeElement.closest("label")].some(e => {
            const style = e && getComputedStyle(e);
            return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        })
        """;

    [Theory, BothArrangements]
    public async Task A_payer_pays_with_the_keyboard_alone(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var invoice = await site.Merchant.CreateAsync("100.00", minimum: "10.00");
        var payer = await PayerAsync(invoice.Link);
        await payer.Tab.BeWideAsync(Layout.Phone);

        await TabToAsync(payer, "Change language:");
        await TabToAsync(payer, "Go to payment");
        await PressAsync(payer, "Enter");
        await Expect(payer.Tab.Locator("#pay")).ToBeFocusedAsync();
        await Expect(payer.Tab.Locator("#pay")).ToBeInViewportAsync();

        await TabToAsync(payer, "Pay in full");
        await PressAsync(payer, "ArrowDown");
        await Expect(payer.OtherAmount).ToBeCheckedAsync();
        await Expect(payer.OtherAmount).ToBeFocusedAsync();    // arrows look around; only a pointer jumps into the field
        await TabToAsync(payer, "Amount");
        await payer.Tab.Keyboard.TypeAsync("40");
        await TabToAsync(payer, "Card");
        await PressAsync(payer, "ArrowDown");
        await Expect(payer.BankTransfer).ToBeCheckedAsync();
        await TabToAsync(payer, "Your bank");
        await PressAsync(payer, "Shift+Tab");
        await PressAsync(payer, "ArrowUp");
        await Expect(payer.Card).ToBeCheckedAsync();
        await TabToAsync(payer, "E-mail for the receipt (optional)");
        await TabToAsync(payer, "Pay $40.00");
        await PressAsync(payer, "Space");

        var card = new CardPage(payer.Tab);
        await card.CardNumber.FocusAsync();
        await payer.Tab.Keyboard.TypeAsync(TestCards.Good);
        await PressAsync(payer, "Tab");
        await payer.Tab.Keyboard.TypeAsync("12/34");
        await PressAsync(payer, "Tab");
        await payer.Tab.Keyboard.TypeAsync("123");
        await PressAsync(payer, "Enter");

        await payer.ShowsAsync("Payment received");
        Assert.Equal("$40.00", await payer.FactAsync("Amount paid"));
        await TabToAsync(payer, "Change language:");
        await TabToAsync(payer, "Download the receipt (PDF)");
        await TabToAsync(payer, "Receipt to print");
        await TabToAsync(payer, "Pay the rest");
        await PressAsync(payer, "Enter");
        await payer.ShowsAsync("amount due");
    }

    [Theory, BothArrangements]
    public async Task Enter_in_a_field_pays(Arrangement arrangement)
    {
        var site = await SiteAsync(arrangement);
        var payer = await PayerAsync((await site.Merchant.CreateAsync()).Link);

        await payer.ReceiptEmail.FillAsync("else@example.com");
        await PressAsync(payer, "Enter");

        await Expect(new CardPage(payer.Tab).CardNumber).ToBeVisibleAsync();
    }

    private static Task PressAsync(PayerPage payer, string key) => payer.Tab.Keyboard.PressAsync(key);

    /// <summary>The next stop, and no other; and a person sees where he is.</summary>
    private static async Task TabToAsync(PayerPage payer, string name)
    {
        await PressAsync(payer, "Tab");
        Assert.Equal(name, await payer.Tab.EvaluateAsync<string>(NameOfFocus));
        Assert.True(await payer.Tab.EvaluateAsync<bool>(FocusShows), $"The focus on '{name}' cannot be seen.");
    }
}
