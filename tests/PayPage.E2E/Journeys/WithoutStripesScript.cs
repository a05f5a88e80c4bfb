using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.StripeStandIn;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>Payers whose browser does not draw Stripe's form pay on Stripe's own page; and what the page says when Stripe is not there.</summary>
[RunsLong]
public sealed class WithoutStripesScript(World world) : StripeJourney(world)
{
    public static TheoryData<string> Blocks => ["aborted", "silent", "says so"];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task A_payer_whose_form_does_not_come_is_told_so_and_pays_at_Stripe(string how)
    {
        var (stripe, invoice, payer, form) = await ComeAsync((stripe, context) => how switch
        {
            "aborted" => context.RouteAsync("https://js.stripe.com/**", route => route.AbortAsync()),
            "silent" => context.RouteAsync("https://js.stripe.com/**", _ => { }),
            _ => stripe.BringScriptAsync(context, fails: true),
        });

        await Expect(form.CouldNotBeLoaded).ToBeVisibleAsync();
        await Expect(payer.Words("on the next page, at Stripe")).ToBeVisibleAsync();

        if (how == "aborted")
        {
            await payer.Tab.BeFitAsync();
        }

        await form.Pay.ClickAsync();
        await PayAtStripeAsync(payer.Tab);

        await payer.ShowsAsync("Payment received");
        Assert.Equal("PAID", await stripe.Site.Merchant.StatusAsync(invoice.Number));
        NobodyComplained();
    }

    [Fact]
    public async Task In_every_language_the_page_says_it_in_its_own_words_and_none_sticks_out()
    {
        var (stripe, invoice, payer, form) = await ComeAsync((_, context) => context.RouteAsync("https://js.stripe.com/**", route => route.AbortAsync()));

        foreach (var language in new[] { "es", "fr", "nl", "pt", Languages.German, Languages.Arabic })
        {
            await payer.Tab.SpeakAsync(stripe.Site.BaseUrl, language);
            await payer.OpenAsync(invoice.Link);
            await Expect(payer.Tab.Locator("fieldset p.notice")).ToBeVisibleAsync();
            Assert.Equal("", await payer.Tab.SidewaysAsync(Layout.SmallPhone));
        }

        Assert.Empty((await payer.Tab.LatinWordsAsync()).Except(["US", "PDF"]));
        await payer.Tab.BeFitAsync();
        NobodyComplained();
    }

    [Fact]
    public async Task Without_scripts_the_same_form_leads_to_Stripe_and_who_cancels_there_may_start_again()
    {
        var (stripe, invoice, payer, form) = await ComeAsync((_, _) => Task.CompletedTask, options: new() { JavaScriptEnabled = false });
        await Expect(payer.Words("on the next page, at Stripe")).ToBeVisibleAsync();
        await Expect(form.CouldNotBeLoaded).ToBeHiddenAsync();

        await form.Pay.ClickAsync();
        await payer.Tab.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await payer.ShowsAsync("A payment was started");
        await payer.Continue.ClickAsync();
        await payer.Tab.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await payer.StartAgain.ClickAsync();
        await form.Pay.ClickAsync();
        await PayAtStripeAsync(payer.Tab);

        await payer.ShowsAsync("Payment received");
        Assert.Equal(["expired", "complete"], stripe.Stripe.Book.Sessions.Where(s => s.Metadata.ContainsValue(invoice.Number)).Select(s => s.Status));
    }

    [Fact]
    public async Task A_payer_whose_form_is_gone_after_a_declined_card_pays_at_Stripe_and_is_charged_once()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();
        await form.PayByCardAsync(TestNumbers.Declined);
        await Expect(form.Alarm).ToBeVisibleAsync();
        await payer.Tab.Context.UnrouteAllAsync();
        await payer.Tab.Context.RouteAsync("https://js.stripe.com/**", route => route.AbortAsync());

        await payer.Tab.GotoAsync($"{invoice.Link}/go");
        await Expect(form.CouldNotBeLoaded).ToBeVisibleAsync();
        await form.Pay.First.ClickAsync();
        await PayAtStripeAsync(payer.Tab);

        await payer.ShowsAsync("Payment received");
        Assert.Equal(["canceled", "succeeded"], StatesOf(stripe, invoice));
    }

    [Fact]
    public async Task When_Stripe_is_not_there_or_knows_the_key_no_more_the_page_says_that_nothing_was_charged()
    {
        var (stripe, invoice, payer, form) = await ComeAsync();
        await stripe.Stripe.PauseAsync();
        await form.PayByCardAsync(TestNumbers.Visa);
        await Expect(form.Alarm).ToContainTextAsync("Stripe cannot be reached at the moment. Nothing was charged.");
        await stripe.Stripe.ResumeAsync();

        stripe.Stripe.KeyRevoked = true;
        await form.Pay.ClickAsync();
        await Expect(form.Alarm).ToContainTextAsync("cannot take payments on this page at the moment. Nothing was charged. Please ask");
        await payer.Tab.BeFitAsync();
        stripe.Stripe.KeyRevoked = false;

        await form.Pay.ClickAsync();
        await payer.ShowsAsync("Payment received");
        Assert.Equal(0, await stripe.Site.Database.ReservedAsync(invoice.Number));
    }

    private static async Task PayAtStripeAsync(IPage page)
    {
        await page.GetByLabel("Card number").FillAsync(TestNumbers.Visa);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay" }).ClickAsync();
    }
}
