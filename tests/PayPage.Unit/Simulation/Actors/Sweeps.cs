using System.Text;
using PayPage.Domain.Outbox;
using PayPage.Domain.Processors;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.Simulation.Actors;

/// <summary>What comes in at the site's back door, and what its workers do.</summary>
internal sealed class Sweeps(World world)
{
    private Chance Chance => world.Chance;

    public bool HasParcel() => world.Network.HasReady;

    public async Task<string> ReceiveAsync(Node node)
    {
        if (world.Network.Next() is not { } parcel)
        {
            return "nothing";
        }

        if (parcel.Event is not { } happened)
        {
            parcel.Arrive!();    // one of the two is there
            return $"at the processor, late: {parcel.What}";
        }

        try
        {
            var outcome = await node.AskAsync((TakeEvent take) => take.HandleAsync(
                ProcessorKind.Sandbox, happened.Account, Encoding.UTF8.GetBytes(happened.Id), _ => null, CancellationToken.None));
            return $"{happened.Id} {happened.Type} {happened.Payment?.PaymentId}{happened.Refund?.RefundId}: {outcome}";
        }
        catch
        {
            world.Network.PostAgain(happened);    // it was not answered with 200
            throw;
        }
    }

    public static async Task<string> ExpireAsync(Node node) =>
        $"{await node.AskAsync((ExpireLinks expire) => expire.HandleAsync(CancellationToken.None))}";

    public static async Task<string> ReconcileAsync(Node node) =>
        $"{await node.AskAsync((ReconcilePayments reconcile) => reconcile.HandleAsync(CancellationToken.None))}";

    public static async Task<string> DeliverAsync(Node node) => $"{await node.AskAsync(async (DeliverMessage deliver) =>
        await deliver.NextAsync(OutboxLane.Processor, CancellationToken.None) || await deliver.NextAsync(OutboxLane.Mail, CancellationToken.None))}";

    public string Wait()
    {
        var time = Chance.Weighted<(long Least, long Most)>([(55, (1, 50)), (30, (60, 1800)), (12, (3600, 100_000)), (3, (86_400, 1_700_000))]);
        world.Clock.Advance(TimeSpan.FromSeconds(Chance.Between(time.Least, time.Most)));
        world.Processor.LookAtTheClock();
        return $"{world.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}";
    }
}
