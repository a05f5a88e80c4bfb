using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Domain.Reconciliation;

/// <summary>Money that one side knows and the other does not. One row for it, however often it is found.</summary>
public sealed class Difference
{
    public const int NoteLength = 200;

    private readonly List<DifferenceStep> _steps = [];

    public required DifferenceId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required ProcessorAccountId AccountId { get; init; }

    /// <summary>The account's.</summary>
    public required Mode Mode { get; init; }

    public required DifferenceKind Kind { get; init; }

    /// <summary>The processor's name of the money or the refund; with account and kind it is unique.</summary>
    public required string Reference { get; init; }

    /// <summary>As the processor has it; where it has nothing, as the books do. More than 0.</summary>
    public required Money Amount { get; init; }

    public required PaymentMethod Method { get; init; }

    /// <summary>See <see cref="Payment.Instrument"/>; null where not known.</summary>
    public string? Instrument { get; init; }

    /// <summary>When the money moved.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which payment of ours it is about; null where it is about none. Of matched money the payment that was made of it.</summary>
    public PaymentId? PaymentId { get; private set; }

    /// <summary>Which refund of ours it is about, or by which money that nobody knows is given back; null where neither.</summary>
    public RefundId? RefundId { get; private set; }

    /// <summary>To which invoice it was matched; null while to none.</summary>
    public InvoiceId? InvoiceId { get; private set; }

    public required DateTimeOffset FirstSeen { get; init; }

    public DateTimeOffset LastSeen { get; private set; }

    public DifferenceState State { get; private set; } = DifferenceState.Open;

    /// <summary>When somebody settled it, or it was gone; null while neither.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>What happened to it, the oldest first.</summary>
    public IReadOnlyList<DifferenceStep> Steps => [.. _steps.OrderBy(step => step.Number)];

    /// <summary>Whether it is about something of ours, and not of the processor's.</summary>
    public bool IsOurs => DifferenceTransitions.Ours.Contains(Kind);

    public static Difference Begin(DifferenceId id, ProcessorAccount account, FoundDifference found, DateTimeOffset now)
    {
        var difference = new Difference
        {
            Id = id,
            MerchantId = account.MerchantId,
            AccountId = account.Id,
            Mode = account.Mode,
            Kind = found.Kind,
            Reference = found.Reference,
            Amount = found.Amount,
            Method = found.Method,
            Instrument = found.Instrument,
            At = found.At,
            PaymentId = found.PaymentId,
            RefundId = found.RefundId,
            FirstSeen = now,
            LastSeen = now,
        };
        difference.Write(now, "system", null);
        return difference;
    }

    /// <summary>It is still there. One that was thought gone is open again.</summary>
    public void See(DateTimeOffset now)
    {
        LastSeen = now;

        if (State == DifferenceState.Resolved)
        {
            Move(DifferenceState.Open, now, "system", null);
        }
    }

    public void Match(InvoiceId invoice, PaymentId payment, string actor, string? detail, DateTimeOffset now)
    {
        (InvoiceId, PaymentId) = (invoice, payment);
        Move(DifferenceState.Matched, now, actor, detail);
    }

    /// <param name="refund">Under which the processor is asked: its idempotency key.</param>
    public void GiveBack(RefundId refund, string actor, DateTimeOffset now)
    {
        RefundId = refund;
        Move(DifferenceState.GivingBack, now, actor, null);
    }

    public void HaveGivenBack(DateTimeOffset now) => Move(DifferenceState.GivenBack, now, "processor", null);

    /// <param name="why">In the processor's words; null where it said none.</param>
    public void FailToGiveBack(string? why, DateTimeOffset now)
    {
        RefundId = null;
        Move(DifferenceState.Open, now, "processor", why);
    }

    public void Mark(string note, string actor, DateTimeOffset now) => Move(DifferenceState.Marked, now, actor, note);

    public void Resolve(string why, DateTimeOffset now) => Move(DifferenceState.Resolved, now, "system", why);

    private void Move(DifferenceState to, DateTimeOffset now, string actor, string? detail)
    {
        State = DifferenceTransitions.Table.Move(State, to);
        ClosedAt = DifferenceTransitions.Waiting.Contains(to) ? null : now;
        Write(now, actor, detail);
    }

    private void Write(DateTimeOffset now, string actor, string? detail) => _steps.Add(new DifferenceStep
    {
        Number = _steps.Count + 1,
        State = State,
        At = now,
        Actor = actor.Length <= AuditEvent.ActorLength ? actor : actor[..AuditEvent.ActorLength],
        Detail = detail is { Length: > NoteLength } ? detail[..NoteLength] : detail,
    });
}

/// <summary>Who did what about a difference, and when. Written once, never changed.</summary>
public sealed class DifferenceStep
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it became.</summary>
    public required DifferenceState State { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As the history names people, see <see cref="AuditEvent.Actor"/>.</summary>
    public required string Actor { get; init; }

    public string? Detail { get; init; }
}

/// <summary>A difference as a comparison finds it.</summary>
public sealed record FoundDifference(DifferenceKind Kind, string Reference, Money Amount, DateTimeOffset At)
{
    public PaymentMethod Method { get; init; }

    public string? Instrument { get; init; }

    public PaymentId? PaymentId { get; init; }

    public RefundId? RefundId { get; init; }
}
