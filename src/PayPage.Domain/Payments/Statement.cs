namespace PayPage.Domain.Payments;

/// <summary>A stretch of time: from that instant on, and before this one.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public readonly record struct StatementWindow(DateTimeOffset From, DateTimeOffset To)
{
    public bool Holds(DateTimeOffset at) => at >= From && at < To;
}

/// <summary>One movement of money on an account, as the processor lists it.</summary>
/// <param name="Reference">The processor's own: of a payment as <see cref="Payment.MoneyReference"/> has it, of a refund its own name.</param>
/// <param name="Amount">More than 0, whichever way it went.</param>
/// <param name="At">When it was, as far as the processor says: for a payment by bank it may be the time at which it was begun.</param>
public abstract record Movement(string Reference, Money Amount, DateTimeOffset At)
{
    /// <summary>Money that came.</summary>
    /// <param name="Id">Ours, as it was sent along; null where the payment was not opened by us.</param>
    /// <param name="Instrument">See <see cref="Payment.Instrument"/>; null where it is not said.</param>
    public sealed record In(string Reference, Money Amount, DateTimeOffset At, PaymentId? Id, PaymentMethod Method, string? Instrument) : Movement(Reference, Amount, At);

    /// <summary>Money that goes back, or was to.</summary>
    /// <param name="Id">Ours; null for one that somebody made at the processor, past us.</param>
    /// <param name="MoneyReference">Of the payment; null where it is not said.</param>
    public sealed record Back(string Reference, Money Amount, DateTimeOffset At, RefundId? Id, string? MoneyReference, RefundState State) : Movement(Reference, Amount, At)
    {
        /// <param name="known">Whether its id is one of ours: a refund that we do not know is one that was made past us.</param>
        public RefundNews News(bool known) => new(known ? Id : null, Reference, State) { MoneyReference = MoneyReference, Amount = Amount };
    }
}

/// <summary>A page of an account's movements.</summary>
public abstract record StatementPage
{
    private StatementPage()
    {
    }

    /// <param name="Next">Where the next page begins; null after the last.</param>
    /// <param name="Unreadable">How many entries could not be understood, e.g. in a currency that we do not know.</param>
    public sealed record Listed(IReadOnlyList<Movement> Movements, string? Next, int Unreadable = 0) : StatementPage;

    /// <param name="KeyRefused">It does not know our key: it answers nothing until somebody mends that.</param>
    public sealed record NoAnswer(bool KeyRefused = false) : StatementPage;
}
