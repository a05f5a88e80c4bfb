using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.StripeStandIn;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeRefundingTests : StripeProcessorRoom
{
    private const string Refunding = "POST /v1/refunds";

    [Fact]
    public async Task A_part_goes_back_with_our_ids_on_it_and_once_however_often_it_is_asked()
    {
        var money = await PaidAsync();
        var news = Found(await Processor.RefundAsync(Refund(), money, Access, Ct));
        await Processor.RefundAsync(Refund(), money, Access, Ct);
        var made = Assert.Single(Server.Book.Refunds);

        Assert.Equal((Refund().Id, made.Id, RefundState.Succeeded, money, new Money(300, Currency.Usd)), (news.RefundId, news.Reference, news.State, news.MoneyReference, news.Amount));
        Assert.Equal(($"{Refund().Id}", $"{Id}"), (made.Metadata["paypage_refund"], made.Metadata["paypage_payment"]));
        Assert.Equal(300, made.Charge.Refunded);
    }

    [Fact]
    public async Task A_session_as_reference_of_the_money_leads_to_its_intent()
    {
        var opened = await OpenAsync(CheckoutStyle.Hosted);
        Assert.IsType<RefundAnswer.Refused>(await Processor.RefundAsync(Refund(), opened.Reference, Access, Ct));

        PayAtStripe(opened.Reference, TestNumbers.Visa);
        Assert.Equal(Server.Book.Intents.Single().Id, Found(await Processor.RefundAsync(Refund(), opened.Reference, Access, Ct)).MoneyReference);
    }

    [Theory]
    [InlineData(true, RefundState.Succeeded, null)]
    [InlineData(false, RefundState.Failed, "expired_or_canceled_card")]
    public async Task One_that_waits_is_asked_for_anew_at_each_try(bool succeeds, RefundState end, string? reason)
    {
        var money = await PaidAsync(TestNumbers.SlowRefund);
        var waiting = Found(await Processor.RefundAsync(Refund(), money, Access, Ct));
        await Server.SettleRefundAsync(waiting.Reference, succeeds);
        var now = Found(await Processor.RefundAsync(Refund(), money, Access, Ct));

        Assert.Equal((RefundState.Pending, "processing"), (waiting.State, waiting.Reason));
        Assert.Equal((end, reason, waiting.Reference), (now.State, now.Reason, now.Reference));
    }

    [Theory]
    [InlineData("failed", RefundState.Failed, "expired_or_canceled_card")]
    [InlineData("requires_action", RefundState.Pending, "requires_action")]
    public async Task One_that_fails_or_wants_something_says_so(string status, RefundState state, string reason)
    {
        var money = await PaidAsync();
        Server.Book.NextRefund = status;
        var news = Found(await Processor.RefundAsync(Refund(), money, Access, Ct));

        Assert.Equal((state, reason), (news.State, news.Reason));
    }

    [Fact]
    public async Task More_than_is_left_and_what_was_given_back_already_are_refused_in_plain_words()
    {
        var money = await PaidAsync();
        var tooMuch = Assert.IsType<RefundAnswer.Refused>(await Processor.RefundAsync(Refund(1251), money, Access, Ct));
        Found(await Processor.RefundAsync(Refund(1250, 3), money, Access, Ct));
        var again = Assert.IsType<RefundAnswer.Refused>(await Processor.RefundAsync(Refund(100, 4), money, Access, Ct));

        Assert.Contains("greater than unrefunded amount", tooMuch.Reason, StringComparison.Ordinal);
        Assert.Equal("The payment was already given back in full at Stripe.", again.Reason);
    }

    [Fact]
    public async Task What_the_payer_disputes_is_not_given_back_twice()
    {
        var money = await PaidAsync(TestNumbers.Disputed);
        var refused = Assert.IsType<RefundAnswer.Refused>(await Processor.RefundAsync(Refund(), money, Access, Ct));
        Assert.Contains("disputes", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pi_none")]
    public async Task Money_that_Stripe_has_not_is_refused(string money) =>
        Assert.Equal("Stripe has no such payment in this account.", Assert.IsType<RefundAnswer.Refused>(await Processor.RefundAsync(Refund(), money, Access, Ct)).Reason);

    [Theory]
    [InlineData(FaultKind.Error500After)]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.GarbageAfter)]
    public async Task One_whose_answer_was_lost_is_found_again_at_once(FaultKind fault)
    {
        var money = await PaidAsync();
        Server.Faults.Plan(Refunding, fault);

        Assert.Equal(RefundState.Succeeded, Found(await Processor.RefundAsync(Refund(), money, Access, Ct)).State);
        Assert.Single(Server.Book.Refunds);
    }

    [Theory]
    [InlineData(FaultKind.Error500)]
    [InlineData(FaultKind.BadGateway)]
    [InlineData(FaultKind.ForeignForbidden)]
    [InlineData(FaultKind.Redirect)]
    public async Task One_that_is_in_doubt_and_not_there_stays_in_doubt(FaultKind fault)
    {
        var money = await PaidAsync();
        Server.Faults.Plan(Refunding, fault);

        Assert.False(Assert.IsType<RefundAnswer.NoAnswer>(await Processor.RefundAsync(Refund(), money, Access, Ct)).KeyRefused);
        Assert.Empty(Server.Book.Refunds);
    }

    [Fact]
    public async Task A_day_later_the_key_may_be_forgotten_and_it_is_looked_for_first()
    {
        var money = await PaidAsync();
        var made = Found(await Processor.RefundAsync(Refund(), money, Access, Ct));
        Clock.Advance(TimeSpan.FromHours(24));
        var orders = Server.Calls.Count(c => c.Call == Refunding);
        var found = Found(await Processor.RefundAsync(Refund(), money, Access, Ct));

        Assert.Equal((made.Reference, orders), (found.Reference, Server.Calls.Count(c => c.Call == Refunding)));

        // What is not there after a day was never made, and is made now.
        Assert.Equal(RefundState.Succeeded, Found(await Processor.RefundAsync(Refund(200, 5), money, Access, Ct)).State);
        Server.Faults.Plan("GET /v1/refunds", FaultKind.Error500);
        Assert.IsType<RefundAnswer.NoAnswer>(await Processor.RefundAsync(Refund(100, 6), money, Access, Ct));
        Assert.Equal(2, Server.Book.Refunds.Count);
    }

    [Fact]
    public async Task A_refused_key_is_told_from_a_shut_door()
    {
        var money = await PaidAsync();
        Server.KeyRevoked = true;
        Assert.True(Assert.IsType<RefundAnswer.NoAnswer>(await Processor.RefundAsync(Refund(), money, Access, Ct)).KeyRefused);
        Assert.True(Assert.IsType<RefundAnswer.NoAnswer>(await Processor.RefundAsync(Refund(), "cs_any", Access, Ct)).KeyRefused);

        await Server.PauseAsync();
        Assert.False(Assert.IsType<RefundAnswer.NoAnswer>(await Processor.RefundAsync(Refund(), money, Access, Ct)).KeyRefused);
    }

    private static RefundNews Found(RefundAnswer answer) => Assert.IsType<RefundAnswer.Found>(answer).News;
}
