using System.Diagnostics;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>An honest processor with a memory of its own, which no crash of ours touches. Answers here are always given; who loses them is UnsureProcessor.</summary>
internal sealed class SimProcessor(SimClock clock, Chance chance, Action<SimEvent, bool> tell)
{
    private static readonly TimeSpan SessionTime = TimeSpan.FromMinutes(20);

    private readonly Dictionary<(string ApiKey, PaymentId), string> _buried = [];
    private readonly Dictionary<string, SimEvent> _events = [];
    private int _last;

    public List<SimSession> Sessions { get; } = [];

    public List<SimRefund> Refunds { get; } = [];

    public List<SimDispute> Disputes { get; } = [];

    /// <summary>Nothing can come of this payment any more, if the processor keeps its word.</summary>
    public bool IsOver(PaymentId id) =>
        Sessions.Find(s => s.PaymentId == id) is { } session ? session.IsClosed : _buried.Keys.Any(k => k.Item2 == id);

    public SimEvent Event(string id) => _events[id];

    public CheckoutOutcome Open(Checkout checkout, ProcessorSecrets secrets)
    {
        if (Mine(checkout.PaymentId, secrets) is { } known)
        {
            return new CheckoutOutcome.Opened(known.Reference, known.News.PayerUrl!);    // a session has an address
        }

        if (_buried.ContainsKey((secrets.ApiKey, checkout.PaymentId)) || chance.Percent(3))
        {
            _buried.TryAdd((secrets.ApiKey, checkout.PaymentId), Name("sim"));
            return new CheckoutOutcome.Refused("It will not be opened.");
        }

        var session = new SimSession
        {
            PaymentId = checkout.PaymentId,
            ApiKey = secrets.ApiKey,
            Account = SimAddresses.AccountOf(checkout.HookUrl),
            Reference = Name("sim"),
            Amount = checkout.Amount,
            Method = checkout.Method,
            ExpiresAt = clock.GetUtcNow() + SessionTime,
        };
        Sessions.Add(session);
        Tell(session);
        return new CheckoutOutcome.Opened(session.Reference, session.News.PayerUrl!);    // a session has an address
    }

    public PaymentAnswer Find(PaymentId id, ProcessorSecrets secrets) =>
        Mine(id, secrets) is { } session ? new PaymentAnswer.Found(session.News)
        : _buried.TryGetValue((secrets.ApiKey, id), out var grave) ? new PaymentAnswer.Found(Buried(id, grave))
        : new PaymentAnswer.NotFound();

    /// <summary>An unknown payment is buried before it comes: a request that comes later is refused.</summary>
    public PaymentAnswer Cancel(PaymentId id, ProcessorSecrets secrets)
    {
        if (Mine(id, secrets) is not { } session)
        {
            _buried.TryAdd((secrets.ApiKey, id), Name("sim"));
            return Find(id, secrets);
        }

        if (session.State == ProcessorState.Open)
        {
            Move(session, ProcessorState.Canceled);
        }

        return new PaymentAnswer.Found(session.News);
    }

    public RefundAnswer Refund(Refund refund, string reference, ProcessorSecrets secrets)
    {
        if (Refunds.Find(r => r.RefundId == refund.Id || r.Reference == refund.ProcessorReference) is { } known)
        {
            return new RefundAnswer.Found(known.News);
        }

        var session = Sessions.Find(s => s.Reference == reference && s.ApiKey == secrets.ApiKey);
        var given = Refunds.Where(r => r.Session == session && r.State != RefundState.Failed).Sum(r => r.Minor);

        if (session is not { State: ProcessorState.Succeeded } || given + Withheld(session) + refund.Amount.Minor > session.Amount.Minor)
        {
            return new RefundAnswer.Refused("More than was paid.");
        }

        var back = new SimRefund { RefundId = refund.Id, Session = session, Reference = Name("back"), Minor = refund.Amount.Minor };
        Refunds.Add(back);
        Move(back, chance.Percent(50) ? RefundState.Succeeded : RefundState.Pending);
        return new RefundAnswer.Found(back.News);
    }

    /// <summary>Somebody gives money back there, without the site. The processor tells of it until it is heard.</summary>
    /// <returns>Null when nothing of it is left.</returns>
    public SimRefund? GiveBackPastUs(SimSession session)
    {
        var left = session.Amount.Minor - Refunds.Where(r => r.Session == session && r.State != RefundState.Failed).Sum(r => r.Minor);

        // What a bank asks for, or took, no processor gives back a second time.
        if (left <= 0 || Disputes.Exists(d => d.Session == session))
        {
            return null;
        }

        var back = new SimRefund { RefundId = null, Session = session, Reference = Name("back"), Minor = chance.Between(1, left) };
        Refunds.Add(back);
        Move(back, chance.Percent(50) ? RefundState.Succeeded : RefundState.Pending);
        return back;
    }

    public EventReading Read(string eventId) => _events[eventId] switch
    {
        { Payment: { } news } e => new EventReading.OfPayment(e.Id, e.Type, news),
        { Dispute: { } news } e => new EventReading.OfDispute(e.Id, e.Type, news),
        { Refund: { } news } e => new EventReading.OfRefund(e.Id, e.Type, news),
        _ => throw new UnreachableException(),
    };

    /// <summary>Time passed: sessions that nobody finished close.</summary>
    public void LookAtTheClock()
    {
        foreach (var session in Sessions.Where(s => s.State == ProcessorState.Open && s.ExpiresAt <= clock.GetUtcNow()))
        {
            Move(session, ProcessorState.Expired);
        }
    }

    public void Move(SimSession session, ProcessorState to)
    {
        session.CameLate |= session.IsClosed && to == ProcessorState.Succeeded;
        session.State = to;
        Tell(session);
    }

    public void Move(SimRefund refund, RefundState to)
    {
        var cameBack = refund.State == RefundState.Succeeded && to == RefundState.Failed;
        refund.State = to;
        refund.HasLeft |= to == RefundState.Succeeded;

        // Nobody asks for what was done, nor for what he does not know of: of these the processor tells until it is heard.
        Tell(new SimEvent(Name("evt"), $"refund.{to}", refund.Session.Account, null, refund.News), mayBeLost: refund.RefundId is not null && !cameBack);
    }

    /// <summary>What banks have of a payment's money; minor units.</summary>
    public long Withheld(SimSession session) => Disputes.Where(d => d.Session == session && d.KeepsMoney).Sum(d => d.Amount.Minor);

    public SimDispute Dispute(SimSession session, DisputeState state, long minor)
    {
        var dispute = new SimDispute
        {
            Reference = Name("dp"),
            Session = session,
            Amount = new PayPage.Domain.Money(minor, session.Amount.Currency),
            State = state,
            At = clock.GetUtcNow(),
        };
        Disputes.Add(dispute);
        Tell(dispute);
        return dispute;
    }

    public void Move(SimDispute dispute, DisputeState to)
    {
        (dispute.State, dispute.At) = (to, clock.GetUtcNow());
        Tell(dispute);
    }

    private SimSession? Mine(PaymentId id, ProcessorSecrets secrets) => Sessions.Find(s => s.PaymentId == id && s.ApiKey == secrets.ApiKey);

    private static ProcessorNews Buried(PaymentId id, string grave) => new(id, grave, ProcessorState.Canceled, null, null, null);

    // Nobody asks for a payment that was given up. Of money that came late the processor tells until it is heard.
    private void Tell(SimSession session) =>
        Tell(new SimEvent(Name("evt"), $"payment.{session.State}", session.Account, session.News, null), mayBeLost: !session.CameLate);

    // Nobody asks for disputes: the processor tells of them until it is heard.
    private void Tell(SimDispute dispute) => Tell(
        new SimEvent(Name("evt"), $"dispute.{dispute.State}", dispute.Session.Account, null, null) { Dispute = dispute.News }, mayBeLost: false);

    private void Tell(SimEvent happened, bool mayBeLost)
    {
        _events.Add(happened.Id, happened);
        tell(happened, mayBeLost);
    }

    private string Name(string prefix) => $"{prefix}_{++_last:D4}";
}
