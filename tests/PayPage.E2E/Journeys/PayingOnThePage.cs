using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using PayPage.Unit.StripeStandIn;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>Payers who give their details in Stripe's own form on the pay page. Stripe's script is a stand-in, its API a local one; our script is the real one.</summary>
public sealed class PayingOnThePage(World world) : StripeJourney(world)
{
    [Fact]
    public async Task A_payer_pays_in_full_without_leaving_the_page()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();
        await Expect(payer.Words("Your details go straight from this form to Stripe")).ToBeVisibleAsync();
        await Expect(payer.Words("on the next page")).ToBeHiddenAsync();
        await payer.Tab.BeFitAsync();

        await form.PayByCardAsync(TestNumbers.Visa);

        await payer.ShowsAsync("Payment received");
        Assert.Equal(payer.Tab.Url, invoice.Link.AbsoluteUri);    // nothing of what Stripe wrote into the address is left
        Assert.Equal("PAID", await stripe.Site.Merchant.StatusAsync(invoice.Number));
        Assert.Equal(1, await stripe.Site.Database.PaymentsAsync(invoice.Number));
        Assert.Equal(["succeeded"], StatesOf(stripe, invoice));
        NobodyComplained();
    }

    [Fact]
    public async Task A_payer_pays_a_part_and_the_form_is_over_that_amount()
    {
        var (stripe, invoice, payer, form) = await ComeAsync(minimum: "50");

        await payer.TypeAsync("120");
        await form.PayByCardAsync(TestNumbers.Visa);

        await payer.ShowsAsync("Payment received");
        await Expect(payer.PayTheRest).ToBeVisibleAsync();
        Assert.Equal(120_00, stripe.Stripe.Book.Intents.Single(i => IsOf(i, invoice)).Amount);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_nothing_is_begun()
    {
        var (stripe, invoice, payer, form) = await ComeAsync(minimum: "50");

        await payer.TypeAsync("29");
        await payer.ReceiptEmail.FillAsync("two@example.com, three@example.com");
        await form.PayByCardAsync(TestNumbers.Visa);

        await Expect(payer.AmountFault).ToContainTextAsync("Pay at least");
        await Expect(payer.Amount).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(payer.Tab.Locator("[data-faults]")).ToBeFocusedAsync();
        await Expect(payer.Tab.Locator("[data-faults] li")).ToHaveCountAsync(2);
        Assert.Equal(0, await stripe.Site.Database.PaymentsAsync(invoice.Number));
        await payer.Tab.BeFitAsync();

        await payer.Amount.FillAsync("60");
        await payer.ReceiptEmail.FillAsync("two@example.com");
        await form.Pay.ClickAsync();    // the card is still in the form
        await payer.ShowsAsync("Payment received");
    }

    [Fact]
    public async Task After_a_declined_card_the_same_payment_takes_the_next_and_is_charged_once()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();

        await form.PayByCardAsync(TestNumbers.InsufficientFunds);
        await Expect(form.Alarm).ToContainTextAsync("declined and nothing was charged");
        await Expect(payer.Words("insufficient")).ToHaveCountAsync(0);
        await payer.Tab.BeFitAsync();

        await form.PayByCardAsync(TestNumbers.Visa);
        await payer.ShowsAsync("Payment received");
        Assert.Equal(1, await stripe.Site.Database.PaymentsAsync(invoice.Number));
        Assert.Equal(["succeeded"], StatesOf(stripe, invoice));
        NobodyComplained();
    }

    [Fact]
    public async Task Who_wants_another_amount_after_a_declined_card_has_the_first_payment_canceled()
    {
        var (stripe, invoice, payer, form) = await ComeAsync(minimum: "50");
        await form.PayByCardAsync(TestNumbers.Declined);
        await Expect(form.Alarm).ToBeVisibleAsync();

        await payer.TypeAsync("100");
        await form.PayByCardAsync(TestNumbers.Visa);

        await payer.ShowsAsync("Payment received");
        Assert.Equal(["canceled", "succeeded"], StatesOf(stripe, invoice));
        Assert.Equal(0, await stripe.Site.Database.ReservedAsync(invoice.Number));
    }

    [Fact]
    public async Task A_payer_who_loads_the_page_again_continues_the_same_payment_or_starts_again()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();
        await form.PayByCardAsync(TestNumbers.Declined);
        await Expect(form.Alarm).ToBeVisibleAsync();

        await payer.ReloadAsync();
        await payer.ShowsAsync("A payment was started");
        await payer.Tab.BeFitAsync();
        await payer.Continue.ClickAsync();
        await payer.ShowsAsync("Finish your payment");
        await Expect(form.CardNumber).ToBeVisibleAsync();
        await payer.Tab.BeFitAsync();
        Assert.DoesNotContain("_secret_", await payer.Tab.ContentAsync(), StringComparison.Ordinal);
        await form.PayByCardAsync(TestNumbers.Declined);
        await Expect(form.Alarm).ToBeVisibleAsync();

        await payer.StartAgain.ClickAsync();
        await Expect(form.CardNumber).ToBeVisibleAsync();
        await form.PayByCardAsync(TestNumbers.Visa);
        await payer.ShowsAsync("Payment received");
        Assert.Equal(["canceled", "succeeded"], StatesOf(stripe, invoice));
    }

    [Fact]
    public async Task Two_tabs_make_one_payment()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();
        var two = new PayerPage(await TabAsync(payer.Tab.Context));
        await two.OpenAsync(invoice.Link);
        await form.PayByCardAsync(TestNumbers.Declined);
        await Expect(form.Alarm).ToBeVisibleAsync();

        await new ElementPage(two.Tab).PayByCardAsync(TestNumbers.Visa);

        await two.ShowsAsync("A payment was started");
        Assert.Equal(1, await stripe.Site.Database.PaymentsAsync(invoice.Number));
        Assert.Equal(["requires_payment_method"], StatesOf(stripe, invoice));
        var stranger = await PayerAsync(invoice.Link);
        await stranger.ShowsAsync("A payment was started");
        await Expect(stranger.Continue).ToHaveCountAsync(0);
    }
}
