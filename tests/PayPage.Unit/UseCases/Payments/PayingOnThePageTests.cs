using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.Support;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Payments;

/// <summary>Payments in the processor's own form on our page: where they go on, who may, and what a second press of Pay does.</summary>
public sealed class PayingOnThePageTests
{
    private const string Attempt = "the-attempt-of-a-payer";
    private static readonly BrowserKey Key = new("pi_1_secret_2");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CheckoutStyle.OnPage, CheckoutStyle.OnPage, CheckoutStyle.OnPage)]
    [InlineData(CheckoutStyle.OnPage, CheckoutStyle.Hosted, CheckoutStyle.Hosted)]    // the form could not be loaded
    [InlineData(CheckoutStyle.Hosted, CheckoutStyle.OnPage, CheckoutStyle.Hosted)]
    public async Task A_payment_is_made_on_the_page_only_where_account_and_browser_both_can(CheckoutStyle account, CheckoutStyle wish, CheckoutStyle style)
    {
        await using var world = await OnPageAsync(account);
        var (id, token) = await LinkAsync(world);

        var outcome = Assert.IsType<StartPayment.Outcome.GoOn>(await StartAsync(world, token, wish));

        var payment = await world.ReadAsync(db => db.Payments.SingleAsync(p => p.InvoiceId == id, Ct));
        Assert.Equal(style, payment.Style);
        Assert.Equal(style == CheckoutStyle.OnPage ? Key : null, outcome.Key);
        Assert.Equal(style == CheckoutStyle.OnPage, payment.PayerUrl is null);
    }

    [Fact]
    public async Task A_key_that_the_processor_refuses_is_the_merchants_trouble_and_the_amount_is_free_again()
    {
        await using var world = await OnPageAsync();
        var (id, token) = await LinkAsync(world);
        world.Processor.OnOpen = _ => Task.FromResult<CheckoutOutcome>(new CheckoutOutcome.KeyRefused("expired"));

        Assert.IsType<StartPayment.Outcome.MerchantCannot>(await StartAsync(world, token));

        Assert.Equal(0, (await world.InvoiceAsync(id)).Reserved);
    }

    [Fact]
    public async Task Only_who_began_it_hears_with_what_his_browser_goes_on()
    {
        await using var world = await OnPageAsync();
        var (_, token) = await LinkAsync(world);
        await StartAsync(world, token);

        var here = Assert.IsType<FindCheckout.Outcome.Here>(await GoAsync(world, token, Attempt));
        Assert.Equal((Key, "pk_test_1"), (here.Key, here.Form.PublicKey));
        Assert.IsType<FindCheckout.Outcome.Nowhere>(await GoAsync(world, token, null));
        Assert.IsType<FindCheckout.Outcome.Nowhere>(await GoAsync(world, token, "the-attempt-of-another"));
    }

    [Theory]
    [InlineData(ProcessorState.Succeeded)]
    [InlineData(ProcessorState.Processing)]
    [InlineData(ProcessorState.Canceled)]
    public async Task Looking_where_to_go_on_changes_nothing_even_where_the_processor_has_news(ProcessorState state)
    {
        await using var world = await OnPageAsync();
        var (id, token) = await LinkAsync(world);
        await StartAsync(world, token);
        world.Processor.OnFind = payment => new PaymentAnswer.Found(ScriptedProcessor.News(payment, state, new Money(12_50, Currency.Usd)));

        Assert.IsType<FindCheckout.Outcome.Over>(await GoAsync(world, token, Attempt));

        Assert.Equal(PaymentStatus.Submitted, await StatusAsync(world, id));
    }

    [Fact]
    public async Task Nobody_is_led_on_while_the_processor_is_silent()
    {
        await using var world = await OnPageAsync();
        var (id, token) = await LinkAsync(world);
        await StartAsync(world, token);
        world.Processor.OnFind = _ => new PaymentAnswer.NoAnswer();

        Assert.IsType<FindCheckout.Outcome.NoAnswer>(await GoAsync(world, token, Attempt));

        Assert.Equal(PaymentStatus.Submitted, await StatusAsync(world, id));
    }

    [Fact]
    public async Task A_second_press_of_Pay_goes_on_with_the_same_payment()
    {
        await using var world = await OnPageAsync();
        var (_, token) = await LinkAsync(world);
        await StartAsync(world, token);

        var again = Assert.IsType<PressAgain.Outcome.SameAgain>(await PressAsync(world, token, Attempt, isTheSame: true));

        Assert.Equal((Key, 12_50), (again.Key, again.Amount.Minor));
        Assert.Single(world.Processor.Opened);
        Assert.Empty(world.Processor.Canceled);
    }

    [Fact]
    public async Task Who_wants_another_amount_has_his_payment_canceled_first_and_holds_nothing_twice()
    {
        await using var world = await OnPageAsync();
        var (id, token) = await LinkAsync(world);
        await StartAsync(world, token);

        Assert.IsType<PressAgain.Outcome.Ended>(await PressAsync(world, token, Attempt, isTheSame: false));

        Assert.Single(world.Processor.Canceled);
        Assert.Equal(0, (await world.InvoiceAsync(id)).Reserved);
        Assert.IsType<StartPayment.Outcome.GoOn>(await StartAsync(world, token, amount: 10_00));
        Assert.Equal(10_00, (await world.InvoiceAsync(id)).Reserved);
    }

    [Fact]
    public async Task A_stranger_who_presses_Pay_ends_nothing()
    {
        await using var world = await OnPageAsync();
        var (_, token) = await LinkAsync(world);
        await StartAsync(world, token);

        Assert.IsType<PressAgain.Outcome.NotHere>(await PressAsync(world, token, "the-attempt-of-another", isTheSame: false));

        Assert.Empty(world.Processor.Canceled);
    }

    [Fact]
    public async Task Whoever_comes_back_without_the_banks_approval_tries_again_here()
    {
        await using var world = await OnPageAsync();
        var (id, token) = await LinkAsync(world);
        await StartAsync(world, token);

        Assert.Equal(ComeBack.Outcome.TriesAgainHere, await world.UseAsync<ComeBack, ComeBack.Outcome>(back => back.HandleAsync(token, Ct)));

        Assert.Equal(PaymentStatus.Submitted, await StatusAsync(world, id));
    }

    [Theory]
    [InlineData(ProcessorState.Declined, false, LastTry.Declined)]
    [InlineData(ProcessorState.Expired, false, LastTry.RanOut)]
    [InlineData(ProcessorState.Canceled, false, LastTry.None)]
    [InlineData(ProcessorState.Declined, true, LastTry.NotArrived)]
    [InlineData(ProcessorState.Expired, true, LastTry.NotArrived)]
    internal async Task A_link_that_may_be_paid_again_tells_what_became_of_the_last_try(ProcessorState end, bool wasOnItsWay, LastTry told)
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var (_, token) = await world.LinkOfAsync(id);
        var payment = await world.OpenPaymentAsync(id, 12_50);

        if (wasOnItsWay)
        {
            await world.RecordAsync(payment, ProcessorState.Processing, "evt_1");
        }

        await world.RecordAsync(payment, end, "evt_2");

        Assert.Equal(told, Assert.IsType<LinkState.Payable>(await LookAsync(world, token)).Last);
    }

    [Fact]
    public async Task Money_on_its_way_that_did_not_come_frees_the_amount_only_once_the_processor_closed_its_side()
    {
        await using var world = await OnPageAsync();
        var (id, token) = await LinkAsync(world);
        await StartAsync(world, token);
        var payment = await world.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(p => p.InvoiceId == id, Ct));
        var news = ScriptedProcessor.News(payment.Id, ProcessorState.Open, payment.Amount) with { PayerUrl = null, TryDeclined = true };
        await world.UseAsync<EndReturned, bool>(async end => { await end.HandleAsync(news, world.Account, Ct); return true; });
        Assert.Empty(world.Processor.Canceled);    // a declined card: the same payment takes the next try
        await world.RecordAsync(payment, ProcessorState.Processing, "evt_1");
        world.Processor.OnFind = _ => new PaymentAnswer.Found(ScriptedProcessor.News(payment.Id, ProcessorState.Processing, payment.Amount));
        await world.UseAsync<EndReturned, bool>(async end => { await end.HandleAsync(news, world.Account, Ct); return true; });
        Assert.Empty(world.Processor.Canceled);    // late news of a card, before the payer turned to his bank

        world.Processor.OnFind = _ => new PaymentAnswer.Found(news);
        world.Processor.OnCancel = _ => new PaymentAnswer.NoAnswer();
        await world.UseAsync<EndReturned, bool>(async end => { await end.HandleAsync(news, world.Account, Ct); return true; });
        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Reserved);

        world.Processor.OnCancel = new ScriptedProcessor().OnCancel;
        await world.UseAsync<EndReturned, bool>(async end => { await end.HandleAsync(news, world.Account, Ct); return true; });
        Assert.Equal(0, (await world.InvoiceAsync(id)).Reserved);
        Assert.Equal(LastTry.NotArrived, Assert.IsType<LinkState.Payable>(await LookAsync(world, token)).Last);
    }

    [Fact]
    public async Task A_payment_that_never_came_about_is_nobodys_last_try()
    {
        await using var world = await OnPageAsync();
        var (_, token) = await LinkAsync(world);
        world.Processor.OnOpen = _ => Task.FromResult<CheckoutOutcome>(new CheckoutOutcome.NotReached());
        await StartAsync(world, token);

        Assert.Equal(LastTry.None, Assert.IsType<LinkState.Payable>(await LookAsync(world, token)).Last);
    }

    [Fact]
    public async Task A_declined_try_is_told_to_who_began_while_the_same_payment_waits_for_the_next()
    {
        await using var world = await OnPageAsync();
        var (id, token) = await LinkAsync(world);
        await StartAsync(world, token);
        var payment = await world.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(p => p.InvoiceId == id, Ct));
        var news = ScriptedProcessor.News(payment.Id, ProcessorState.Open, payment.Amount) with { TryDeclined = true };
        await world.UseAsync<RecordOutcome, PayPage.Domain.Inbox.InboxVerdict>(
            record => record.HandleAsync(news, world.Account, new ReceivedEvent("evt_1", "declined", "{}"), Ct));

        var state = Assert.IsType<LinkState.InFlight>(await LookAsync(world, token, Attempt));

        Assert.Equal((true, true, true), (state.Declined, state.Mine, state.MayContinue));
    }

    private static async Task<World> OnPageAsync(CheckoutStyle style = CheckoutStyle.OnPage)
    {
        var world = await World.CreateAsync(with: services => services.AddSingleton<IPageForms, ScriptedForms>());
        await world.Get<WriteSeam>().RunAsync(
            async (unit, token) =>
            {
                var account = await unit.Db.Accounts.SingleAsync(a => a.Id == world.Account, token);
                (account.Style, account.PublicKey) = (style, "pk_test_1");
            },
            Ct);
        world.Processor.OnOpen = checkout => Task.FromResult<CheckoutOutcome>(checkout.Style == CheckoutStyle.OnPage
            ? new CheckoutOutcome.Opened($"sbp_{checkout.PaymentId}", null, Key)
            : new CheckoutOutcome.Opened($"sbp_{checkout.PaymentId}", ScriptedProcessor.PayerUrl));
        world.Processor.OnFind = payment => new PaymentAnswer.Found(
            ScriptedProcessor.News(payment, ProcessorState.Open, new Money(12_50, Currency.Usd)) with { PayerUrl = null, BrowserKey = Key });
        return world;
    }

    private static async Task<(PayPage.Domain.Invoices.InvoiceId Id, string Token)> LinkAsync(World world)
    {
        var id = await world.InvoiceAsync(12_50);
        return (id, (await world.LinkOfAsync(id)).Token);
    }

    private static Task<StartPayment.Outcome> StartAsync(World world, string token, CheckoutStyle wish = CheckoutStyle.OnPage, long amount = 12_50) =>
        world.UseAsync<StartPayment, StartPayment.Outcome>(start => start.HandleAsync(
            new StartPayment.Wish(token, amount, PaymentMethod.Card, null, null, Attempt) { Style = wish }, Ct));

    private static Task<FindCheckout.Outcome> GoAsync(World world, string token, string? cookie) =>
        world.UseAsync<FindCheckout, FindCheckout.Outcome>(find => find.HandleAsync(token, _ => cookie, Ct));

    private static Task<PressAgain.Outcome> PressAsync(World world, string token, string secret, bool isTheSame) =>
        world.UseAsync<PressAgain, PressAgain.Outcome>(press => press.HandleAsync(token, _ => secret, _ => isTheSame, Ct));

    private static async Task<LinkState?> LookAsync(World world, string token, string? cookie = null) =>
        (await world.UseAsync<ShowLink, LinkView?>(show => show.HandleAsync(token, _ => cookie, Ct)))?.State;

    private static Task<PaymentStatus> StatusAsync(World world, PayPage.Domain.Invoices.InvoiceId id) =>
        world.ReadAsync(db => db.Payments.Where(p => p.InvoiceId == id).Select(p => p.Status).SingleAsync(Ct));
}
