using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.StripeStandIn;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>Payers whose bank has a say: 3-D Secure, and money that takes days.</summary>
public sealed class ApprovalAtTheBank(World world) : StripeJourney(world)
{
    [Fact]
    public async Task A_payer_approves_the_payment_at_the_bank_and_has_paid()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();

        await form.PayByCardAsync(TestNumbers.NeedsApproval);
        await payer.Tab.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await payer.ShowsAsync("Payment received");
        Assert.Equal(payer.Tab.Url, invoice.Link.AbsoluteUri);    // the secret in the address that Stripe led to is gone
        Assert.Equal(["succeeded"], StatesOf(stripe, invoice));
        NobodyComplained();
    }

    [Fact]
    public async Task A_payer_who_refuses_at_the_bank_is_told_and_pays_with_another_card()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();

        await form.PayByCardAsync(TestNumbers.NeedsApproval);
        await payer.Tab.GetByRole(AriaRole.Button, new() { Name = "Refuse" }).ClickAsync();

        await payer.ShowsAsync("Finish your payment");
        await Expect(payer.Words("declined and nothing was charged")).ToBeVisibleAsync();
        Assert.DoesNotContain("_secret_", payer.Tab.Url, StringComparison.Ordinal);
        await payer.Tab.BeFitAsync();
        await form.PayByCardAsync(TestNumbers.Visa);
        await payer.ShowsAsync("Payment received");
        Assert.Equal(1, await stripe.Site.Database.PaymentsAsync(invoice.Number));
        Assert.Equal(["succeeded"], StatesOf(stripe, invoice));
        NobodyComplained();
    }

    [Fact]
    public async Task A_payer_who_leaves_the_banks_page_finds_his_payment_again()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();
        await form.PayByCardAsync(TestNumbers.NeedsApproval);
        await Expect(payer.Tab.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeVisibleAsync();

        await payer.OpenAsync(invoice.Link);
        await payer.ShowsAsync("A payment was started");
        await payer.Continue.ClickAsync();
        await payer.ShowsAsync("Finish your payment");
        await Expect(payer.Words("nothing has been charged yet")).ToBeVisibleAsync();
        await form.PayByCardAsync(TestNumbers.Visa);

        await payer.ShowsAsync("Payment received");
        Assert.Equal(1, await stripe.Site.Database.PaymentsAsync(invoice.Number));
    }

    [Fact]
    public async Task Money_from_a_bank_is_on_its_way_until_Stripe_tells_that_it_came()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();

        await payer.BankTransfer.CheckAsync();    // and Stripe's form offers the bank first
        await Expect(form.Iban).ToBeVisibleAsync();
        await form.Iban.FillAsync(TestNumbers.Iban);
        await form.Pay.ClickAsync();
        await payer.ShowsAsync("The bank payment is on its way");
        await payer.Tab.BeFitAsync();

        await stripe.Stripe.SettleAsync(stripe.Stripe.Book.Intents.Single(i => IsOf(i, invoice)).Id);
        await payer.ShowsAsync("Payment received");    // by itself: it waits for news
        Assert.Equal("PAID", await stripe.Site.Merchant.StatusAsync(invoice.Number));
        NobodyComplained();
    }

    [Fact]
    public async Task When_the_money_of_a_bank_does_not_come_the_payer_is_told_and_pays_again()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();
        await form.PayByBankAsync(TestNumbers.FailingIban);
        await payer.ShowsAsync("The bank payment is on its way");

        await stripe.Stripe.SettleAsync(stripe.Stripe.Book.Intents.Single(i => IsOf(i, invoice)).Id);
        await Expect(payer.Words("The bank did not send the money")).ToBeVisibleAsync();
        await Expect(form.CardNumber).ToBeVisibleAsync();
        await payer.Tab.BeFitAsync();
        await form.PayByCardAsync(TestNumbers.Visa);

        await payer.ShowsAsync("Payment received");
        Assert.Equal(["canceled", "succeeded"], StatesOf(stripe, invoice));
        Assert.Equal("PAID", await stripe.Site.Merchant.StatusAsync(invoice.Number));
    }
}
