using PayPage.Domain.Merchants;
using PayPage.Domain.StateMachines;
using static PayPage.Domain.Payments.RefundStatus;

namespace PayPage.Domain.Payments;

public enum RefundStatus
{
    /// <summary>Decided; the processor may not have heard of it yet.</summary>
    Requested,

    /// <summary>The processor took it on; the money may take days, and may still fail.</summary>
    Pending,
    Succeeded,

    /// <summary>The money did not move. A person must look.</summary>
    Failed,
}

public static class RefundTransitions
{
    public static readonly TransitionTable<RefundStatus> Table = new(
        ([Requested], Pending, "the processor took it on"),
        ([Requested, Pending], Succeeded, "the processor says so"),
        ([Requested, Pending], Failed, "the processor could not give it back"));
}

/// <summary>Money given back, or to be given back. It never reopens the invoice's balance.</summary>
public sealed class Refund
{
    public required RefundId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required PaymentId PaymentId { get; init; }

    public required Money Amount { get; init; }

    /// <summary>How much of it comes out of what the payment had no room for (<c>OverpaymentOwed</c>); minor units.</summary>
    public required long OfOverpayment { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public RefundStatus Status { get; private set; } = Requested;

    /// <summary>Null until the processor gave it.</summary>
    public string? ProcessorReference { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public long Version { get; private set; }

    public void Await(string processorReference)
    {
        Move(Pending);
        ProcessorReference = processorReference;
    }

    public void Succeed(string? processorReference, DateTimeOffset at)
    {
        Move(Succeeded);
        ProcessorReference ??= processorReference;
        SettledAt = at;
    }

    public void Fail(DateTimeOffset at)
    {
        Move(Failed);
        SettledAt = at;
    }

    private void Move(RefundStatus to) => Status = RefundTransitions.Table.Move(Status, to);
}
