using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.StripeStandIn;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeFindingTests : StripeProcessorRoom
{
    private static readonly PaymentId Another = new(Guid.Parse("01890a5d-0000-7000-8000-000000000009"));

    [Fact]
    public async Task An_open_intent_is_found_with_what_the_browser_needs()
    {
        var opened = await OpenAsync(CheckoutStyle.OnPage);
        var news = News(await Processor.FindAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct));

        Assert.Equal((opened.Reference, ProcessorState.Open, opened.BrowserKey, false), (news.Reference, news.State, news.BrowserKey, news.TryDeclined));
        Assert.Equal(new Money(1250, Currency.Usd), news.Amount);
    }

    [Fact]
    public async Task A_declined_try_leaves_the_intent_open_and_the_next_one_pays_it()
    {
        var opened = await OpenAsync(CheckoutStyle.OnPage);
        Assert.Throws<StripeRefusedException>(() => Pay(Server.Book.Intents[0], TestNumbers.Declined));

        var declined = News(await Processor.FindAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct));
        Assert.Equal((ProcessorState.Open, true, opened.BrowserKey), (declined.State, declined.TryDeclined, declined.BrowserKey));

        Pay(Server.Book.Intents[0], TestNumbers.Amex);
        var paid = News(await Processor.FindAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct));

        Assert.Equal((ProcessorState.Succeeded, "American Express •••• 0005", opened.Reference, null), (paid.State, paid.Instrument, paid.MoneyReference, paid.BrowserKey));
    }

    [Fact]
    public async Task Bank_money_is_on_its_way_until_the_bank_decides()
    {
        var opened = await OpenAsync(CheckoutStyle.OnPage);
        Pay(Server.Book.Intents[0], TestNumbers.Iban);
        var onItsWay = News(await Processor.FindAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct));
        await Server.SettleAsync(opened.Reference);

        Assert.Equal((ProcessorState.Processing, "SEPA •••• 3204"), (onItsWay.State, onItsWay.Instrument));
        Assert.Equal(ProcessorState.Succeeded, News(await Processor.FindAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct)).State);
    }

    [Fact]
    public async Task A_session_is_found_in_each_of_its_states()
    {
        var opened = await OpenAsync(CheckoutStyle.Hosted);
        var trace = Trace(CheckoutStyle.Hosted, opened.Reference);
        var open = News(await Processor.FindAsync(trace, Access, Ct));
        Assert.Throws<StripeRefusedException>(() => PayAtStripe(opened.Reference, TestNumbers.Declined));
        var declined = News(await Processor.FindAsync(trace, Access, Ct));
        PayAtStripe(opened.Reference, TestNumbers.Visa);
        var paid = News(await Processor.FindAsync(trace, Access, Ct));

        Assert.Equal((ProcessorState.Open, opened.PayerUrl, null), (open.State, open.PayerUrl, open.MoneyReference));
        Assert.Equal((ProcessorState.Open, true), (declined.State, declined.TryDeclined));
        Assert.Equal((ProcessorState.Succeeded, "Visa •••• 4242", Server.Book.Intents.Single().Id, opened.Reference), (paid.State, paid.Instrument, paid.MoneyReference, paid.Reference));
    }

    [Fact]
    public async Task A_session_ends_by_itself()
    {
        var opened = await OpenAsync(CheckoutStyle.Hosted);
        Clock.Advance(TimeSpan.FromMinutes(36));

        Assert.Equal(ProcessorState.Expired, News(await Processor.FindAsync(Trace(CheckoutStyle.Hosted, opened.Reference), Access, Ct)).State);
    }

    [Theory]
    [InlineData(TestNumbers.Iban, ProcessorState.Succeeded)]
    [InlineData(TestNumbers.FailingIban, ProcessorState.Declined)]
    public async Task A_session_whose_bank_money_was_on_its_way_ends_as_the_bank_says(string iban, ProcessorState end)
    {
        var opened = await OpenAsync(CheckoutStyle.Hosted);
        var trace = Trace(CheckoutStyle.Hosted, opened.Reference);
        PayAtStripe(opened.Reference, iban);
        Assert.Equal(ProcessorState.Processing, News(await Processor.FindAsync(trace, Access, Ct)).State);

        await Server.SettleAsync(Server.Book.Intents.Single().Id);
        Assert.Equal(end, News(await Processor.FindAsync(trace, Access, Ct)).State);
    }

    [Theory]
    [InlineData(CheckoutStyle.OnPage)]
    [InlineData(CheckoutStyle.Hosted)]
    public async Task Without_a_reference_it_is_found_among_many_by_our_own_id(CheckoutStyle style)
    {
        Server.Faults.Plan(style == CheckoutStyle.OnPage ? "POST /v1/payment_intents" : "POST /v1/checkout/sessions", FaultKind.CutAfter);
        Assert.IsType<CheckoutOutcome.NoAnswer>(await Processor.OpenCheckoutAsync(Checkout(style), Access, Ct));
        await OpenAsync(style, Another);

        for (var i = 0; i < 120; i++)
        {
            Server.Book.CreateIntent(1250, "usd", null, new Dictionary<string, string> { ["paypage_payment"] = "not ours" });
        }

        var news = News(await Processor.FindAsync(Trace(style), Access, Ct));

        Assert.Equal((Id, ProcessorState.Open), (news.PaymentId, news.State));
        Assert.Equal(style == CheckoutStyle.OnPage ? Server.Book.Intents[0].Id : Server.Book.Sessions[0].Id, news.Reference);
        Assert.True(news.PayerUrl is not null || news.BrowserKey is not null);
    }

    [Theory]
    [InlineData(CheckoutStyle.OnPage)]
    [InlineData(CheckoutStyle.Hosted)]
    public async Task What_was_never_heard_of_is_not_found(CheckoutStyle style)
    {
        await OpenAsync(style, Another);
        Assert.IsType<PaymentAnswer.NotFound>(await Processor.FindAsync(Trace(style), Access, Ct));
    }

    [Theory]
    [InlineData("pi_gone")]
    [InlineData("cs_gone")]
    public async Task A_reference_that_Stripe_gave_and_knows_no_more_is_a_doubt_and_not_an_absence(string reference) =>
        Assert.False(Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.FindAsync(Trace(CheckoutStyle.OnPage, reference), Access, Ct)).KeyRefused);

    [Fact]
    public async Task Somebody_elses_intent_is_not_ours_whatever_reference_we_have()
    {
        var other = await OpenAsync(CheckoutStyle.OnPage, Another);
        Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.FindAsync(Trace(CheckoutStyle.OnPage, other.Reference), Access, Ct));
    }

    [Theory]
    [InlineData(CheckoutStyle.OnPage, true)]
    [InlineData(CheckoutStyle.OnPage, false)]
    [InlineData(CheckoutStyle.Hosted, true)]
    [InlineData(CheckoutStyle.Hosted, false)]
    public async Task No_fault_is_read_as_an_absence(CheckoutStyle style, bool known)
    {
        var trace = Trace(style, known ? (await OpenAsync(style)).Reference : null);

        foreach (var fault in new[] { FaultKind.Error500, FaultKind.BadGateway, FaultKind.ForeignForbidden, FaultKind.GarbageAfter, FaultKind.CutAfter, FaultKind.Redirect })
        {
            Server.Faults.Plan("GET /v1", fault);
            Assert.False(Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.FindAsync(trace, Access, Ct)).KeyRefused);
        }

        Server.Faults.Plan("GET /v1", FaultKind.NotPermitted);
        Assert.True(Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.FindAsync(trace, Access, Ct)).KeyRefused);

        Server.KeyRevoked = true;
        Assert.True(Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.FindAsync(trace, Access, Ct)).KeyRefused);

        await Server.PauseAsync();
        Assert.False(Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.FindAsync(trace, Access, Ct)).KeyRefused);
    }
}
