using PayPage.Domain.Payments;
using PayPage.Unit.Simulation.Outside;

namespace PayPage.Unit.Simulation.Actors;

/// <summary>What happens at the processor without us: payers finish there, banks make up their minds.</summary>
internal sealed class Banks(World world)
{
    private SimProcessor Processor => world.Processor;

    private Chance Chance => world.Chance;

    public bool HasOpen() => Processor.Sessions.Exists(s => s.State == ProcessorState.Open);

    public bool HasProcessing() => Processor.Sessions.Exists(s => s.State == ProcessorState.Processing);

    public bool HasGivenUp() => Processor.Sessions.Exists(IsGivenUp);

    public bool HasRefund() => Processor.Refunds.Exists(r => r.State == RefundState.Pending);

    public string Pay() => Move(
        s => s.State == ProcessorState.Open,
        session => session.Method == PaymentMethod.Bank
            ? Chance.Percent(80) ? ProcessorState.Processing : ProcessorState.Canceled
            : Chance.Percent(75) ? ProcessorState.Succeeded : ProcessorState.Declined);

    public string Settle() => Move(
        s => s.State == ProcessorState.Processing, _ => Chance.Percent(65) ? ProcessorState.Succeeded : ProcessorState.Declined);

    /// <summary>A bank transfer arrives for a session that had been given up.</summary>
    public string ComeLate() => Move(
        IsGivenUp, _ => ProcessorState.Succeeded);

    public string SettleRefund()
    {
        var pending = Processor.Refunds.FindAll(r => r.State == RefundState.Pending);

        if (pending.Count == 0)
        {
            return "none";
        }

        var refund = Chance.Pick(pending);
        Processor.Move(refund, Chance.Percent(70) ? RefundState.Succeeded : RefundState.Failed);
        return $"{refund.RefundId}: {refund.State}";
    }

    public bool HasGivenBack() => Processor.Refunds.Exists(r => r.State == RefundState.Succeeded);

    /// <summary>A refund arrives nowhere: the account was closed, or the card is lost.</summary>
    public string SendBack()
    {
        var refund = Chance.Pick(Processor.Refunds.FindAll(r => r.State == RefundState.Succeeded));
        Processor.Move(refund, RefundState.Failed);
        world.Coverage.Visit("refund sent back");
        return $"{refund.Reference}: {refund.State}";
    }

    /// <summary>A colleague gives money back on the processor's own pages.</summary>
    public string GiveBackPastUs()
    {
        var sessions = Processor.Sessions.FindAll(s => world.Now.Payments.Any(p => p.Id == s.PaymentId && p.Status == PaymentStatus.Succeeded));

        if (sessions.Count == 0 || Processor.GiveBackPastUs(Chance.Pick(sessions)) is not { } refund)
        {
            return "none";
        }

        world.Coverage.Visit("refund past us");
        return $"{refund.Reference} of {refund.Session.PaymentId}: {refund.Minor}, {refund.State}";
    }

    private static bool IsGivenUp(SimSession session) => session.IsClosed && session.Method == PaymentMethod.Bank;

    private string Move(Predicate<SimSession> which, Func<SimSession, ProcessorState> to)
    {
        Processor.LookAtTheClock();
        var sessions = Processor.Sessions.FindAll(which);

        if (sessions.Count == 0)
        {
            return "none";
        }

        var session = Chance.Pick(sessions);
        Processor.Move(session, to(session));
        return $"{session.PaymentId} {session.Amount}: {session.State}{(session.CameLate ? ", late" : "")}";
    }
}
