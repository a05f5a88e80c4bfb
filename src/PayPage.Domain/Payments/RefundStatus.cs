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

    /// <summary>The money did not move, or came back. A person must look.</summary>
    Failed,

    /// <summary>It failed, and another refund carries on: a processor gives the answer to the same request for ever.</summary>
    Retried,
}

public static class RefundTransitions
{
    public static readonly TransitionTable<RefundStatus> Table = new(
        ([Requested], Pending, "the processor took it on"),
        ([Requested, Pending], Succeeded, "the processor says so"),
        ([Requested, Pending], Failed, "the processor could not give it back"),
        ([Succeeded], Failed, "the payer's bank sent the money back"),
        ([Failed], Retried, "a colleague asked again; another refund carries on"),
        ([Failed, Retried], Succeeded, "asked once more, the processor says that it went through after all"));

    /// <summary>Their amounts count as given back.</summary>
    public static readonly IReadOnlyList<RefundStatus> Holding = [Requested, Pending, Succeeded];
}
