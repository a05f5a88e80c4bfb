using PayPage.Domain;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.Simulation.Actors;

/// <summary>What payers do on the pay page, with the links they hold.</summary>
internal sealed class Payers(World world)
{
    private const string OtherAddress = "me@elsewhere.example";

    private Chance Chance => world.Chance;

    public bool HasLink() => !world.Purse.IsEmpty;

    public Task<string> OpenAsync(Node node) => WithLinkAsync(async held =>
        $"{await node.AskAsync((OpenLink open) => open.HandleAsync(held.Token, CancellationToken.None))}");

    public Task<string> LookAsync(Node node) => WithLinkAsync(async held =>
    {
        var view = await node.AskAsync((ShowLink show) => show.HandleAsync(held.Token, _ => held.Cookie, CancellationToken.None));

        if (view?.State is LinkState.Used { NextToken: { } next })
        {
            await world.Purse.LearnAsync(next);
        }

        return $"{view?.State.GetType().Name}";
    });

    public async Task<string> StartAsync(Node node)
    {
        var held = Chance.Percent(75) ? world.Purse.PickPayable() : world.Purse.Pick();
        var amount = Amount(held.Id);
        var method = Chance.Percent(50) ? PaymentMethod.Card : PaymentMethod.Bank;
        var wish = new StartPayment.Wish(held.Token, amount, method, null, Chance.Percent(25) ? OtherAddress : null, Attempt(held));
        held.Wishes.Add(amount);

        var outcome = await node.AskAsync((StartPayment start) => start.HandleAsync(wish, CancellationToken.None));

        held.Cookie = outcome switch
        {
            StartPayment.Outcome.GoOn goOn => goOn.ReturnSecret,
            StartPayment.Outcome.Wait wait => wait.ReturnSecret,
            StartPayment.Outcome.YoursIsOpen yours => yours.ReturnSecret,
            _ => held.Cookie,
        };
        world.Coverage.Visit($"start {outcome.GetType().Name}");
        return $"{held.Id}: {amount} by {method}: {outcome.GetType().Name}";
    }

    /// <summary>Sometimes the payer presses Pay twice: then the same attempt is posted again.</summary>
    private string Attempt(Purse.Held held) => held.Cookie is { } again && Chance.Percent(30)
        ? again
        : System.Buffers.Text.Base64Url.EncodeToString(Chance.Bytes(16));

    public Task<string> ComeBackAsync(Node node) => WithLinkAsync(async held =>
        $"{await node.AskAsync((ComeBack back) => back.HandleAsync(held.Token, CancellationToken.None))}");

    public Task<string> StartAgainAsync(Node node) => WithLinkAsync(async held =>
    {
        var cookie = Chance.Percent(80) ? held.Cookie : null;
        return $"{await node.AskAsync((StartAgain again) => again.HandleAsync(held.Token, _ => cookie, CancellationToken.None))}";
    });

    public Task<string> AskFreshAsync(Node node) => WithLinkAsync(async held =>
        $"{await node.AskAsync((SendFreshLink send) => send.HandleAsync(held.Token, CancellationToken.None))}");

    private async Task<string> WithLinkAsync(Func<Purse.Held, Task<string>> act)
    {
        var held = world.Purse.Pick();
        return $"{held.Id}: {await act(held)}";
    }

    /// <summary>Mostly what the page offers, sometimes a part, sometimes nonsense.</summary>
    private long Amount(LinkId? id)
    {
        var link = world.Now.Links.FirstOrDefault(l => l.Id == id);

        if (link is null || Chance.Percent(6))
        {
            return Chance.Pick<long>([0, -1, 1, -Money.MostMinor, Money.MostMinor]);
        }

        var invoice = world.Now.Invoices.Single(i => i.Id == link.InvoiceId);

        return Chance.Below(10) switch
        {
            < 4 => invoice.Available.Minor,
            4 => invoice.Due.Minor,
            5 => invoice.MinimumPayment,
            6 => invoice.Available.Minor - invoice.MinimumPayment,
            7 => invoice.Available.Minor + 1,
            _ => Chance.Between(1, Math.Max(1, invoice.Available.Minor)),
        };
    }
}
