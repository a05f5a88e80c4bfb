using System.Diagnostics;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>An honest processor with a memory of its own, which no crash of ours touches. Answers here are always given; who loses them is UnsureProcessor.</summary>
internal sealed class SimProcessor(SimClock clock, Chance chance, Action<SimEvent, bool> tell)
{
    private static readonly TimeSpan SessionTime = TimeSpan.FromMinutes(20);

    private readonly Dictionary<(string ApiKey, PaymentId), string> _buried = [];
    private readonly Dictionary<string, SimEvent> _events = [];
    private readonly Dictionary<PaymentId, SimSession> _byPayment = [];
    private readonly HashSet<PaymentId> _turnedAway = [];
    private readonly HashSet<string> _heard = [];
    private readonly HashSet<RefundId> _refused = [];
    private int _last;

    public List<SimSession> Sessions { get; } = [];

    public List<SimRefund> Refunds { get; } = [];

    public List<SimDispute> Disputes { get; } = [];

    /// <summary>Whether it lists what it could not deliver, as Stripe does. One that does not tells until it is heard what nobody would ask for.</summary>
    public bool Lists { get; } = chance.Percent(60);

    /// <summary>What was never taken from it, oldest first.</summary>
    public IEnumerable<SimEvent> Unheard => _events.Values.Where(e => !_heard.Contains(e.Id));

    /// <returns>Null when it knows no such payment.</returns>
    public SimSession? SessionOf(PaymentId id) => _byPayment.GetValueOrDefault(id);

    /// <summary>Nothing can come of this payment any more, if the processor keeps its word.</summary>
    public bool IsOver(PaymentId id) =>
        SessionOf(id) is { } session ? session.IsClosed : _turnedAway.Contains(id) || _buried.Keys.Any(k => k.Item2 == id);

    /// <summary>It was taken, and answered with 200.</summary>
    public void Hear(SimEvent happened) => _heard.Add(happened.Id);

    /// <summary>The one request that would open it never left us, or was not let in.</summary>
    public void TurnAway(PaymentId id) => _turnedAway.Add(id);

    public MissedEvents Missed(DateTimeOffset since, ProcessorSecrets secrets) => new MissedEvents.Listed(
        Lists ? [.. Unheard.Where(e => e.At >= since && e.Of.ApiKey == secrets.ApiKey).Select(e => (Read(e.Id), e.Id))] : []);

    public SimEvent Event(string id) => _events[id];

    /// <summary>What is too old to be listed (<see cref="CatchUpEvents.Memory"/>) somebody there sends by hand.</summary>
    public void TellWhatNobodyLists()
    {
        foreach (var old in Unheard.Where(e => Lists && e.At < clock.GetUtcNow() - CatchUpEvents.Memory + TimeSpan.FromDays(1)).ToList())
        {
            tell(old, false);
        }
    }

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
        _byPayment.Add(session.PaymentId, session);
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

        // What it has refused it never does, however late the same request comes once more.
        if (_refused.Contains(refund.Id) || session is not { State: ProcessorState.Succeeded } || given + Withheld(session) + refund.Amount.Minor > session.Amount.Minor)
        {
            _refused.Add(refund.Id);
            return new RefundAnswer.Refused("More than was paid.");
        }

        var back = new SimRefund { RefundId = refund.Id, Session = session, MadeAt = clock.GetUtcNow(), Reference = Name("back"), Minor = refund.Amount.Minor };
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

        var back = new SimRefund { RefundId = null, Session = session, MadeAt = clock.GetUtcNow(), Reference = Name("back"), Minor = chance.Between(1, left) };
        Refunds.Add(back);
        Move(back, chance.Percent(50) ? RefundState.Succeeded : RefundState.Pending);
        return back;
    }

    /// <summary>All of the account that succeeded in the window, and the refunds made in it, on one page.</summary>
    public StatementPage Statement(StatementWindow window, ProcessorSecrets secrets) => new StatementPage.Listed(
        [
            .. Sessions.Where(s => s.ApiKey == secrets.ApiKey && s.SucceededAt is { } at && window.Holds(at))
                .Select(s => new Movement.In(s.Reference, s.Amount, s.SucceededAt!.Value, s.PaymentId, s.Method, s.News.Instrument)),    // not null: asked for
            .. Refunds.Where(r => r.Session.ApiKey == secrets.ApiKey && window.Holds(r.MadeAt))
                .Select(r => new Movement.Back(r.Reference, new PayPage.Domain.Money(r.Minor, r.Session.Amount.Currency), r.MadeAt, r.RefundId, r.Session.Reference, r.State)),
        ],
        null);

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
        session.SucceededAt = to == ProcessorState.Succeeded ? clock.GetUtcNow() : session.SucceededAt;
        Tell(session);
    }

    public void Move(SimRefund refund, RefundState to)
    {
        var cameBack = refund.State == RefundState.Succeeded && to == RefundState.Failed;
        refund.State = to;
        refund.HasLeft |= to == RefundState.Succeeded;

        // Nobody asks for what was done, nor for what he does not know of: of these the processor tells until it is heard.
        Tell(Happened($"refund.{to}", refund.Session) with { Refund = refund.News }, mayBeLost: refund.RefundId is not null && !cameBack);
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

    private SimSession? Mine(PaymentId id, ProcessorSecrets secrets) => SessionOf(id) is { } session && session.ApiKey == secrets.ApiKey ? session : null;

    private static ProcessorNews Buried(PaymentId id, string grave) => new(id, grave, ProcessorState.Canceled, null, null, null);

    // Nobody asks for a payment that was given up. Of money that came late the processor tells until it is heard.
    private void Tell(SimSession session) =>
        Tell(Happened($"payment.{session.State}", session) with { Payment = session.News }, mayBeLost: !session.CameLate);

    // Nobody asks for disputes: the processor tells of them until it is heard.
    private void Tell(SimDispute dispute) => Tell(Happened($"dispute.{dispute.State}", dispute.Session) with { Dispute = dispute.News }, mayBeLost: false);

    private SimEvent Happened(string type, SimSession of) => new(Name("evt"), type, of, clock.GetUtcNow());

    private void Tell(SimEvent happened, bool mayBeLost)
    {
        _events.Add(happened.Id, happened);
        tell(happened, mayBeLost || Lists);
    }

    private string Name(string prefix) => $"{prefix}_{++_last:D4}";
}
