using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>A payment as the processor has it.</summary>
internal sealed class SimSession
{
    public required PaymentId PaymentId { get; init; }

    /// <summary>Whose it is there: nobody else finds it.</summary>
    public required string ApiKey { get; init; }

    public required ProcessorAccountId Account { get; init; }

    public required string Reference { get; init; }

    public required Money Amount { get; init; }

    public required PaymentMethod Method { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public ProcessorState State { get; set; } = ProcessorState.Open;

    /// <summary>Null until its money came.</summary>
    public DateTimeOffset? SucceededAt { get; set; }

    /// <summary>Its money came after it had been closed without.</summary>
    public bool CameLate { get; set; }

    public bool IsClosed => State is ProcessorState.Declined or ProcessorState.Expired or ProcessorState.Canceled;

    public ProcessorNews News => new(
        PaymentId, Reference, State, Amount, new Uri($"https://processor.example/{Reference}"),
        State is ProcessorState.Succeeded or ProcessorState.Processing ? "Visa •••• 4242" : null);
}

/// <summary>Money on its way back, as the processor has it.</summary>
internal sealed class SimRefund
{
    /// <summary>Null where somebody gave back at the processor, past the site.</summary>
    public required RefundId? RefundId { get; init; }

    public required SimSession Session { get; init; }

    public required string Reference { get; init; }

    public required long Minor { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public RefundState State { get; set; } = RefundState.Pending;

    /// <summary>Whether its money had left at some time: the payer's bank may send it back.</summary>
    public bool HasLeft { get; set; }

    public RefundNews News => new(RefundId, Reference, State) { MoneyReference = Session.Reference, Amount = new Money(Minor, Session.Amount.Currency) };
}

/// <summary>What the processor tells of its own accord. One of the three is there.</summary>
/// <param name="Of">The payment it is about, as it is there.</param>
internal sealed record SimEvent(string Id, string Type, SimSession Of, DateTimeOffset At)
{
    public ProcessorNews? Payment { get; init; }

    public RefundNews? Refund { get; init; }

    public DisputeNews? Dispute { get; init; }
}

/// <summary>A dispute, as the processor has it.</summary>
internal sealed class SimDispute
{
    public required string Reference { get; init; }

    public required SimSession Session { get; init; }

    public required Money Amount { get; init; }

    public required DisputeState State { get; set; }

    public required DateTimeOffset At { get; set; }

    public bool KeepsMoney => State is DisputeState.NeedsAnswer or DisputeState.UnderReview or DisputeState.Lost;

    public bool IsOpen => State is DisputeState.Inquiry or DisputeState.NeedsAnswer or DisputeState.UnderReview;

    // Soon, so that no reminder of it outlives a run.
    public DisputeNews News => new(Reference, Session.Reference, State, Amount, "fraudulent", At + TimeSpan.FromDays(2)) { At = At };
}
