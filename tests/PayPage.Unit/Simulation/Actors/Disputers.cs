using PayPage.Domain.Payments;
using PayPage.Unit.Simulation.Outside;

namespace PayPage.Unit.Simulation.Actors;

/// <summary>Payers who ask their banks for their money back, and the banks.</summary>
internal sealed class Disputers(World world)
{
    private SimProcessor Processor => world.Processor;

    private Chance Chance => world.Chance;

    public bool HasPaid() => Processor.Sessions.Exists(CanBeDisputed);

    public bool HasAny() => Processor.Disputes.Exists(MayMove);

    public string Open()
    {
        var paid = Processor.Sessions.FindAll(CanBeDisputed);

        if (paid.Count == 0)
        {
            return "none";
        }

        var session = Chance.Pick(paid);
        var left = session.Amount.Minor - Processor.Withheld(session);
        var minor = Chance.Percent(60) ? left : Chance.Between(1, (int)left);
        var dispute = Processor.Dispute(session, Chance.Percent(30) ? DisputeState.Inquiry : DisputeState.NeedsAnswer, minor);
        return $"{dispute.Reference} of {session.PaymentId} over {dispute.Amount}: {dispute.State}";
    }

    public string Move()
    {
        var all = Processor.Disputes.FindAll(MayMove);

        if (all.Count == 0)
        {
            return "none";
        }

        var dispute = Chance.Pick(all);
        Processor.Move(dispute, Next(dispute));
        return $"{dispute.Reference}: {dispute.State}";
    }

    /// <summary>All that is open is decided.</summary>
    public string Decide()
    {
        if (Processor.Disputes.Find(d => d.IsOpen) is not { } dispute)
        {
            return "none";
        }

        Processor.Move(dispute, dispute.State == DisputeState.Inquiry ? DisputeState.Closed : Chance.Percent(50) ? DisputeState.Won : DisputeState.Lost);
        return $"{dispute.Reference}: {dispute.State}";
    }

    private DisputeState Next(SimDispute dispute) => dispute.State switch
    {
        DisputeState.Inquiry => Chance.Percent(50) ? DisputeState.NeedsAnswer : DisputeState.Closed,
        DisputeState.NeedsAnswer => Chance.Percent(60) ? DisputeState.UnderReview : DisputeState.Lost,
        DisputeState.Won => DisputeState.Lost,
        DisputeState.Lost => DisputeState.Won,
        _ => Chance.Percent(50) ? DisputeState.Won : DisputeState.Lost,
    };

    /// <summary>A bank takes no more than was paid, asks about one thing at a time, and nobody disputes what was given back to him by hand.</summary>
    private bool CanBeDisputed(SimSession session) => session.State == ProcessorState.Succeeded
        && !Processor.Refunds.Exists(r => r.Session == session && r.RefundId is null)
        && Processor.Withheld(session) < session.Amount.Minor && !Processor.Disputes.Exists(d => d.Session == session && d.IsOpen);

    /// <summary>A second round comes later than the first, and only while nothing else is going on about the same money.</summary>
    private bool MayMove(SimDispute dispute) => dispute.State != DisputeState.Closed
        && (dispute.IsOpen || (dispute.At < world.Clock.GetUtcNow().AddSeconds(-1) && !Processor.Disputes.Exists(d => d != dispute && d.Session == dispute.Session)));
}
