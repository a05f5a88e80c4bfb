using System.Text;
using PayPage.Domain.Outbox;
using PayPage.Domain.Processors;
using PayPage.UseCases.Events;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Reminding;
using PayPage.UseCases.Webhooks;

namespace PayPage.Unit.Simulation.Actors;

/// <summary>What comes in at the site's back door, and what its workers do.</summary>
internal sealed class Sweeps(World world)
{
    private static readonly IReadOnlyList<OutboxLane> Lanes = [OutboxLane.Processor, OutboxLane.Text, OutboxLane.Mail, OutboxLane.Reminder];

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
                ProcessorKind.Sandbox, happened.Of.Account, Encoding.UTF8.GetBytes(happened.Id), _ => null, CancellationToken.None));
            world.Processor.Hear(happened);
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

    public static Task<string> DeliverAsync(Node node) => node.AskAsync(async (DeliverMessage deliver) =>
    {
        foreach (var lane in Lanes)
        {
            if (await deliver.NextAsync(lane, CancellationToken.None))
            {
                return $"{lane}";
            }
        }

        return "nothing";
    });

    public static async Task<string> TellAsync(Node node) =>
        await node.AskAsync((ClaimDelivery claim) => claim.NextAsync([], [], alsoFailing: true, CancellationToken.None)) is not { } lease ? "nothing"
        : $"{lease.Delivery.EventId}: {(await node.AskAsync((SendDelivery send) => send.HandleAsync(lease, CancellationToken.None)))?.GetType().Name}";

    public static async Task<string> CatchUpAsync(Node node) =>
        $"{await node.AskAsync((CatchUpEvents catchUp) => catchUp.HandleAsync(CancellationToken.None))}";

    public static async Task<string> RemindAsync(Node node) =>
        $"{await node.AskAsync((WalkReminders walk) => walk.HandleAsync(CancellationToken.None))}";

    public static async Task<string> FindOverdueAsync(Node node) =>
        $"{await node.AskAsync((FindOverdue find) => find.HandleAsync(CancellationToken.None))}";

    /// <summary>After hours, some of what workers do every minute is done first of all.</summary>
    public async Task<string> WaitAsync()
    {
        var (least, most) = Chance.Weighted<(long, long)>([(55, (1, 50)), (30, (60, 1800)), (12, (3600, 200_000)), (3, (86_400, 1_700_000))]);
        var time = TimeSpan.FromSeconds(Chance.Between(least, most));
        world.Clock.Advance(time);
        world.Processor.LookAtTheClock();

        if (time > TimeSpan.FromHours(1))
        {
            await world.ActAsync("expire links", ExpireAsync);
            await world.ActAsync("remind", RemindAsync);
        }

        return $"{world.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}";
    }
}
