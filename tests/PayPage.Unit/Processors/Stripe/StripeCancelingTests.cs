using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.StripeStandIn;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeCancelingTests : StripeProcessorRoom
{
    [Theory]
    [InlineData(CheckoutStyle.OnPage)]
    [InlineData(CheckoutStyle.Hosted)]
    public async Task What_is_open_is_closed_and_nobody_can_pay_it_any_more(CheckoutStyle style)
    {
        var opened = await OpenAsync(style);
        var news = News(await Processor.CancelAsync(Trace(style, opened.Reference), Access, Ct));

        Assert.Equal((ProcessorState.Canceled, opened.Reference, null, null), (news.State, news.Reference, news.PayerUrl, news.BrowserKey));
        Assert.Equal(style == CheckoutStyle.OnPage ? "canceled" : "expired", style == CheckoutStyle.OnPage ? Server.Book.Intents[0].Status : Server.Book.Sessions[0].Status);

        var again = News(await Processor.CancelAsync(Trace(style, opened.Reference), Access, Ct)).State;
        Assert.Equal(style == CheckoutStyle.OnPage ? ProcessorState.Canceled : ProcessorState.Expired, again);
    }

    [Theory]
    [InlineData(CheckoutStyle.OnPage)]
    [InlineData(CheckoutStyle.Hosted)]
    public async Task Without_a_reference_it_is_found_and_closed(CheckoutStyle style)
    {
        var opened = await OpenAsync(style);
        Assert.Equal((ProcessorState.Canceled, opened.Reference), (News(await Processor.CancelAsync(Trace(style), Access, Ct)) is var news ? news.State : default, news.Reference));
    }

    [Theory]
    [InlineData(TestNumbers.Visa, ProcessorState.Succeeded)]
    [InlineData(TestNumbers.Iban, ProcessorState.Processing)]
    public async Task What_is_paid_or_on_its_way_is_said_so_and_left_alone(string number, ProcessorState state)
    {
        var reference = await PaidAsync(number);

        Assert.Equal(state, News(await Processor.CancelAsync(Trace(CheckoutStyle.OnPage, reference), Access, Ct)).State);
        Assert.DoesNotContain(Server.Calls, c => c.Call.EndsWith("/cancel", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CheckoutStyle.OnPage, TestNumbers.Visa, ProcessorState.Succeeded)]
    [InlineData(CheckoutStyle.OnPage, TestNumbers.Iban, ProcessorState.Processing)]
    [InlineData(CheckoutStyle.Hosted, TestNumbers.Visa, ProcessorState.Succeeded)]
    public async Task A_payer_who_is_quicker_than_the_cancel_has_paid(CheckoutStyle style, string number, ProcessorState state)
    {
        var opened = await OpenAsync(style);
        Server.BeforeCall = line =>
        {
            if (line.EndsWith("/cancel", StringComparison.Ordinal))
            {
                Pay(Server.Book.Intents[0], number);
            }
            else if (line.EndsWith("/expire", StringComparison.Ordinal))
            {
                PayAtStripe(opened.Reference, number);
            }
        };

        Assert.Equal(state, News(await Processor.CancelAsync(Trace(style, opened.Reference), Access, Ct)).State);
    }

    [Theory]
    [InlineData(CheckoutStyle.OnPage)]
    [InlineData(CheckoutStyle.Hosted)]
    public async Task What_Stripe_never_heard_of_is_canceled_once_its_opening_was_surely_given_up(CheckoutStyle style)
    {
        Clock.Advance(TimeSpan.FromSeconds(14));
        Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.CancelAsync(Trace(style), Access, Ct));

        Clock.Advance(TimeSpan.FromSeconds(2));
        var news = News(await Processor.CancelAsync(Trace(style), Access, Ct));
        Assert.Equal((ProcessorState.Canceled, null, null), (news.State, news.Reference, news.Amount));
    }

    [Theory]
    [InlineData(FaultKind.Error500)]
    [InlineData(FaultKind.Error500After)]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.BadGateway)]
    [InlineData(FaultKind.NotPermitted)]
    public async Task A_cancel_that_is_in_doubt_releases_nothing(FaultKind fault)
    {
        var opened = await OpenAsync(CheckoutStyle.OnPage);
        Server.Faults.Plan($"POST /v1/payment_intents/{opened.Reference}/cancel", fault);

        Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.CancelAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct));
        Assert.Equal(ProcessorState.Canceled, News(await Processor.CancelAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct)).State);
    }

    [Fact]
    public async Task A_refused_key_and_a_shut_door_release_nothing()
    {
        var opened = await OpenAsync(CheckoutStyle.OnPage);
        Server.KeyRevoked = true;
        Assert.True(Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.CancelAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct)).KeyRefused);

        await Server.PauseAsync();
        Assert.IsType<PaymentAnswer.NoAnswer>(await Processor.CancelAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct));
    }
}
