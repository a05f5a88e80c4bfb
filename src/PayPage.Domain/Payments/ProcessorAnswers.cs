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
    PaymentId PaymentId, string? Reference, ProcessorState State, Money? Amount, Uri? PayerUrl, string? Instrument);

/// <summary>What the processor said when asked to open a payment.</summary>
public abstract record CheckoutOutcome
{
    private CheckoutOutcome()
    {
    }

    public sealed record Opened(string Reference, Uri PayerUrl) : CheckoutOutcome;

    /// <summary>It surely did not open, and never will under this id.</summary>
    public sealed record Refused(string Reason) : CheckoutOutcome;

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

    public sealed record NoAnswer : PaymentAnswer;
}

public enum RefundState
{
    Pending,
    Succeeded,
    Failed,
}

/// <summary>What a processor says of one of our refunds.</summary>
public sealed record RefundNews(RefundId RefundId, string Reference, RefundState State);

public abstract record RefundAnswer
{
    private RefundAnswer()
    {
    }

    public sealed record Found(RefundNews News) : RefundAnswer;

    /// <summary>It will never do it, e.g. more than was paid.</summary>
    public sealed record Refused(string Reason) : RefundAnswer;

    public sealed record NoAnswer : RefundAnswer;
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

    /// <summary>Genuine, but of a kind or about a thing that is none of ours.</summary>
    public sealed record Other(string EventId, string Type) : EventReading;
}
