using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.UseCases.Refunds;

namespace PayPage.Unit.Simulation.Actors;

/// <summary>Colleagues who give money back: a part, all, too much; sometimes twice with the same form; and who ask again when it failed.</summary>
internal sealed class Refunders(World world)
{
    private Chance Chance => world.Chance;

    public bool HasMoney() => world.Now.Payments.Any(p => p.Status == PaymentStatus.Succeeded);

    public bool HasFailed() => world.Now.Refunds.Any(r => r.Status == RefundStatus.Failed);

    public async Task<string> GiveBackAsync(Node node)
    {
        var payment = Chance.Pick(world.Now.Payments.Where(p => p.Status == PaymentStatus.Succeeded).ToList());
        var amount = Chance.Percent(40) ? payment.Amount.Minor : Chance.Between(1, payment.Amount.Minor + 1);
        var wish = new AskForRefund.Wish(NumberOf(payment), payment.Reference, NewId(), amount, null, IsProven: true);
        var outcome = await GiveBackAsync(node, payment, wish);

        if (Chance.Percent(30))
        {
            var again = await GiveBackAsync(node, payment, wish);
            world.Must(
                outcome is not AskForRefund.Outcome.Asked || again is AskForRefund.Outcome.Asked, $"Sent twice, {wish.Id} was first {outcome}, then {again}.");
        }

        world.Coverage.Visit($"refund {outcome.GetType().Name}");
        return $"{payment.Id}, {amount}: {outcome}";
    }

    public async Task<string> RetryAsync(Node node)
    {
        var (failed, payment) = PickFailed();
        var outcome = await node.AskAsync((RetryRefund retry) => retry.HandleAsync(
            NumberOf(payment), failed.Id, NewId(), isProven: true, CallerOf(payment), CancellationToken.None));
        world.Coverage.Visit($"retry {outcome}");
        return $"{failed.Id}: {outcome}";
    }

    public async Task<string> LeaveAsync(Node node)
    {
        var (failed, payment) = PickFailed();
        return $"{failed.Id}: {await node.AskAsync((RetryRefund retry) => retry.LeaveAsync(NumberOf(payment), failed.Id, CallerOf(payment), CancellationToken.None))}";
    }

    private Task<AskForRefund.Outcome> GiveBackAsync(Node node, Payment payment, AskForRefund.Wish wish) =>
        node.AskAsync((AskForRefund ask) => ask.HandleAsync(wish, CallerOf(payment), CancellationToken.None));

    private (Refund Failed, Payment Payment) PickFailed()
    {
        var failed = Chance.Pick(world.Now.Refunds.Where(r => r.Status == RefundStatus.Failed).ToList());
        return (failed, world.Now.Payments.Single(p => p.Id == failed.PaymentId));
    }

    private RefundId NewId() => RefundId.New(new IdSource(world.Clock, Chance.Bytes));

    private string NumberOf(Payment payment) => world.Now.InvoiceOf(payment).Number;

    private PayPage.UseCases.Caller CallerOf(Payment payment) => world.Shops.Single(s => s.Caller.MerchantId == payment.MerchantId).Caller;
}
