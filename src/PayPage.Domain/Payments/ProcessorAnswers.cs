namespace PayPage.Domain.Payments;

/// <summary>How a payment stands at the processor.</summary>
public enum ProcessorState
{
    /// <summary>The payer may still pay there.</summary>
    Open,

    /// <summary>The payer did his part; the money may take days.</summary>
    Processing,
    Succeeded,

    /// <summary>Closed without money: the bank said no.</summary>
    Declined,

    /// <summary>Closed without money: time ran out.</summary>
    Expired,

    /// <summary>Closed without money: we, or the payer there, canceled it.</summary>
    Canceled,
}

/// <summary>What a processor says of one of our payments, in our words.</summary>
/// <param name="PaymentId">Ours: it was sent along when the payment was opened.</param>
/// <param name="Reference">The processor's own; null for a payment that it only knows as canceled.</param>
/// <param name="Amount">What it says the amount is; null where it never had one.</param>
/// <param name="PayerUrl">Its page, while open.</param>
/// <param name="Instrument">For people: <c>Visa •••• 4242</c> or a bank's name; null until known.</param>
public sealed record ProcessorNews(
    PaymentId PaymentId, string? Reference, ProcessorState State, Money? Amount, Uri? PayerUrl, string? Instrument)
{
    /// <summary>See <see cref="Payment.MoneyReference"/>; null until known.</summary>
    public string? MoneyReference { get; init; }

    /// <summary>With which the payer's browser goes on, while the payment is open on our page; null elsewhere.</summary>
    public BrowserKey? BrowserKey { get; init; }

    /// <summary>While open: whether the last try was declined. The same payment takes the next one.</summary>
    public bool TryDeclined { get; init; }

    /// <summary>Why the bank declined, in the processor's word, e.g. <c>insufficient_funds</c>; null where none is given. For the merchant, never for a payer: thieves learn from it.</summary>
    public string? DeclineReason { get; init; }
}

/// <summary>What lets a payer's browser go on with one payment at the processor. Never stored, never logged.</summary>
public sealed record BrowserKey(string Value)
{
    public override string ToString() => "(secret)";
}

/// <summary>What the processor said when asked to open a payment.</summary>
public abstract record CheckoutOutcome
{
    private CheckoutOutcome()
    {
    }

    /// <param name="PayerUrl">The processor's page; null where the payer goes on on ours.</param>
    /// <param name="BrowserKey">Null where the payer goes on at the processor's page.</param>
    public sealed record Opened(string Reference, Uri? PayerUrl, BrowserKey? BrowserKey = null) : CheckoutOutcome;

    /// <summary>It surely did not open, and never will under this id.</summary>
    public sealed record Refused(string Reason) : CheckoutOutcome;

    /// <summary>It does not know our key: nothing was opened, and nothing will be until somebody mends that. No payer was declined.</summary>
    public sealed record KeyRefused(string Reason) : CheckoutOutcome;

    /// <summary>Its door was shut: no connection came about, so nothing was asked of it.</summary>
    public sealed record NotReached : CheckoutOutcome;

    /// <summary>Nobody knows: no answer, an unreadable one, or a fault after sending.</summary>
    public sealed record NoAnswer : CheckoutOutcome;
}

/// <summary>What the processor said when asked for, or to cancel, a payment.</summary>
public abstract record PaymentAnswer
{
    private PaymentAnswer()
    {
    }

    public sealed record Found(ProcessorNews News) : PaymentAnswer;

    /// <summary>It never heard of it. The request may still be on its way.</summary>
    public sealed record NotFound : PaymentAnswer;

    /// <param name="KeyRefused">It does not know our key: it answers nothing until somebody mends that.</param>
    public sealed record NoAnswer(bool KeyRefused = false) : PaymentAnswer;
}

public enum RefundState
{
    Pending,
    Succeeded,
    Failed,
}

/// <summary>What a processor says of a refund.</summary>
/// <param name="RefundId">Ours; null for one that somebody made at the processor, past us.</param>
/// <param name="Reference">The processor's own.</param>
public sealed record RefundNews(RefundId? RefundId, string Reference, RefundState State)
{
    /// <summary>Of the payment, see <see cref="Payment.MoneyReference"/>; null where it is not said.</summary>
    public string? MoneyReference { get; init; }

    /// <summary>Null where it is not said.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why it failed or waits, in the processor's word, e.g. <c>insufficient_funds</c>; null where it is not said.</summary>
    public string? Reason { get; init; }
}

public abstract record RefundAnswer
{
    private RefundAnswer()
    {
    }

    public sealed record Found(RefundNews News) : RefundAnswer;

    /// <summary>It will never do it, e.g. more than was paid.</summary>
    public sealed record Refused(string Reason) : RefundAnswer;

    /// <param name="KeyRefused">It does not know our key: it answers nothing until somebody mends that.</param>
    public sealed record NoAnswer(bool KeyRefused = false) : RefundAnswer;
}

/// <summary>What an incoming event turned out to be.</summary>
public abstract record EventReading
{
    private EventReading()
    {
    }

    /// <summary>Not from the processor, changed on the way, too old, or not readable: nothing of it is believed.</summary>
    public sealed record NotGenuine(string Reason) : EventReading;

    public sealed record OfPayment(string EventId, string Type, ProcessorNews News) : EventReading;

    public sealed record OfRefund(string EventId, string Type, RefundNews News) : EventReading;

    public sealed record OfDispute(string EventId, string Type, DisputeNews News) : EventReading;

    /// <summary>Genuine, but of a kind or about a thing that is none of ours.</summary>
    public sealed record Other(string EventId, string Type) : EventReading;

    /// <summary>Genuine, but about another account or mode than the one it was sent to: nothing of it is believed, and someone must look.</summary>
    public sealed record Misdirected(string EventId, string Type, string Reason) : EventReading;
}

/// <summary>What a processor says of a dispute: a payer asked his bank to have his money back.</summary>
/// <param name="Reference">The processor's own.</param>
/// <param name="MoneyReference">Of the payment, see <see cref="Payment.MoneyReference"/>.</param>
/// <param name="Reason">In the processor's word, e.g. <c>fraudulent</c>; null where none is given.</param>
/// <param name="EvidenceBy">Until when the merchant may answer; null where there is nothing to answer (any more).</param>
public sealed record DisputeNews(
    string Reference, string MoneyReference, DisputeState State, Money Amount, string? Reason, DateTimeOffset? EvidenceBy)
{
    /// <summary>When the processor says that this was so; null where it gives no time. Only by it a second round can be told from old news.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>How a dispute stands at the processor.</summary>
public enum DisputeState
{
    /// <summary>The bank asks; no money has moved.</summary>
    Inquiry,

    /// <summary>The bank took the money back and waits for the merchant's answer.</summary>
    NeedsAnswer,

    /// <summary>The merchant answered; the bank decides.</summary>
    UnderReview,

    /// <summary>The merchant keeps the money: it was put back.</summary>
    Won,

    /// <summary>The payer keeps the money.</summary>
    Lost,

    /// <summary>An inquiry ended without money having moved.</summary>
    Closed,
}

/// <summary>Events that did not reach us, as a processor lists them.</summary>
public abstract record MissedEvents
{
    private MissedEvents()
    {
    }

    /// <param name="Events">Oldest first: what each turned out to be, and its body.</param>
    public sealed record Listed(IReadOnlyList<(EventReading Reading, string Body)> Events) : MissedEvents;

    /// <param name="KeyRefused">It does not know our key: it answers nothing until somebody mends that.</param>
    public sealed record NoAnswer(bool KeyRefused = false) : MissedEvents;
}
