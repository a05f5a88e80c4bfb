using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.StripeStandIn;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>What moved on a Stripe account, whoever moved it.</summary>
public sealed class StripeStatementTests : StripeProcessorRoom
{
    private static readonly StatementWindow Day = new(Start.AddHours(-12), Start.AddHours(12));

    [Fact]
    public async Task Ours_and_others_payments_and_refunds_are_listed_with_what_names_them()
    {
        var ours = await PaidAsync();
        var session = (await OpenAsync(CheckoutStyle.Hosted, new PaymentId(Guid.Parse("01890a5d-0000-7000-8000-000000000009")))).Reference;
        PayAtStripe(session, TestNumbers.Mastercard);
        var foreign = Server.Book.CreateIntent(4200, "eur", "A shop", []);
        Pay(foreign, TestNumbers.Amex);
        await OpenAsync(CheckoutStyle.OnPage, new PaymentId(Guid.Parse("01890a5d-0000-7000-8000-000000000008")));    // open: no money came of it
        var refund = Refund();
        await Processor.RefundAsync(refund, ours, Access, Ct);
        var past = Server.Book.Refund(foreign.Id, 200, []);

        var all = await AllAsync(Day);

        var came = all.OfType<Movement.In>().ToDictionary(m => m.Reference);
        Assert.Equal(3, came.Count);
        Assert.Equal((Id, new Money(1250, Currency.Usd), "Visa •••• 4242", Start), (came[ours].Id!.Value, came[ours].Amount, came[ours].Instrument, came[ours].At));
        Assert.Equal(Guid.Parse("01890a5d-0000-7000-8000-000000000009"), came[Server.Book.SessionOf(session).Intent!.Id].Id!.Value.Value);
        Assert.Equal((null, new Money(4200, Currency.Parse("EUR"))), (came[foreign.Id].Id, came[foreign.Id].Amount));
        var back = all.OfType<Movement.Back>().ToDictionary(m => m.Reference);
        Assert.Equal(2, back.Count);
        Assert.Equal((refund.Id, ours, RefundState.Succeeded), back.Values.Where(b => b.Id is not null).Select(b => (b.Id!.Value, b.MoneyReference!, b.State)).Single());
        Assert.Equal((null, foreign.Id, 200L), (back[past.Id].Id, back[past.Id].MoneyReference, back[past.Id].Amount.Minor));
    }

    [Fact]
    public async Task Pages_go_on_and_have_each_once()
    {
        for (var i = 0; i < 130; i++)
        {
            Pay(Server.Book.CreateIntent(1000 + i, "usd", null, []), TestNumbers.Visa);
        }

        Assert.Equal(130, (await AllAsync(Day)).Select(m => m.Reference).Distinct().Count());
        Assert.Equal(130, (await AllAsync(Day)).Count);
    }

    [Fact]
    public async Task The_window_ends_before_its_end_and_bank_money_of_days_before_is_listed_where_cards_are_not()
    {
        Pay(Server.Book.CreateIntent(1000, "usd", null, []), TestNumbers.Visa);
        var bank = Server.Book.CreateIntent(2000, "eur", null, []);
        Pay(bank, TestNumbers.Iban);
        await Server.SettleAsync(bank.Id);
        Clock.Advance(TimeSpan.FromDays(5));
        Pay(Server.Book.CreateIntent(3000, "usd", null, []), TestNumbers.Visa);

        Assert.Equal([1000L, 2000L], (await AllAsync(new(Start, Start.AddDays(5)))).Select(m => m.Amount.Minor).Order());
        Assert.Equal([2000L, 3000L], (await AllAsync(new(Start.AddDays(5), Start.AddDays(6)))).Select(m => m.Amount.Minor).Order());
        Assert.Equal(PaymentMethod.Bank, (await AllAsync(Day)).OfType<Movement.In>().Single(m => m.Reference == bank.Id).Method);
    }

    [Fact]
    public async Task What_cannot_be_had_is_no_empty_statement()
    {
        Server.KeyRevoked = true;
        Assert.Equal(new StatementPage.NoAnswer(KeyRefused: true), await Processor.StatementAsync(Day, null, Access, Ct));
        Server.KeyRevoked = false;
        Server.Faults.Plan("GET /v1/refunds", FaultKind.BadGateway);
        Assert.Contains(await PagesAsync(Day), page => page is StatementPage.NoAnswer { KeyRefused: false });
    }

    private async Task<List<Movement>> AllAsync(StatementWindow window) => [.. (await PagesAsync(window)).SelectMany(page => Assert.IsType<StatementPage.Listed>(page).Movements)];

    private async Task<List<StatementPage>> PagesAsync(StatementWindow window)
    {
        var pages = new List<StatementPage>();
        string? after = null;

        do
        {
            pages.Add(await Processor.StatementAsync(window, after, Access, Ct));
            after = (pages[^1] as StatementPage.Listed)?.Next;
        }
        while (after is not null);

        return pages;
    }
}
