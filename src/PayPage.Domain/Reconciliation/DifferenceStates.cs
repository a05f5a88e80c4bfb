using PayPage.Domain.StateMachines;
using static PayPage.Domain.Reconciliation.DifferenceState;

namespace PayPage.Domain.Reconciliation;

/// <summary>In what the books and the processor differ.</summary>
public enum DifferenceKind
{
    /// <summary>Money came there, and the books have no payment for it.</summary>
    UnknownPayment,

    /// <summary>Money went back there, of which the books know nothing.</summary>
    UnknownRefund,

    /// <summary>Both have it, over different sums.</summary>
    OtherAmount,

    /// <summary>Both have the refund, and it went differently.</summary>
    OtherState,

    /// <summary>The books have a payment, and no money came there.</summary>
    MissingPayment,

    /// <summary>The books say that money went back, and it did not.</summary>
    MissingRefund,
}

/// <summary>What became of a difference.</summary>
public enum DifferenceState
{
    Open,

    /// <summary>A colleague gives it back: the processor was asked, or is about to be.</summary>
    GivingBack,

    /// <summary>It pays an invoice now.</summary>
    Matched,
    GivenBack,

    /// <summary>A colleague wrote down what it is.</summary>
    Marked,

    /// <summary>A later comparison did not find it any more.</summary>
    Resolved,
}

public static class DifferenceTransitions
{
    public static readonly TransitionTable<DifferenceState> Table = new(
        ([Open], GivingBack, "a colleague gives it back"),
        ([GivingBack], GivenBack, "the processor gave it back"),
        ([GivingBack], Open, "the processor did not give it back"),
        ([Open], Matched, "a colleague matched it to an invoice"),
        ([Open], Marked, "a colleague wrote down what it is"),
        ([Open], Resolved, "a later comparison did not find it any more"),
        ([Resolved], Open, "a later comparison found it again"));

    /// <summary>Nobody has to do anything about the others.</summary>
    public static readonly IReadOnlyList<DifferenceState> Waiting = [Open, GivingBack];

    /// <summary>Kinds that are about something of ours: the second inbox.</summary>
    public static readonly IReadOnlyList<DifferenceKind> Ours =
        [DifferenceKind.OtherAmount, DifferenceKind.OtherState, DifferenceKind.MissingPayment, DifferenceKind.MissingRefund];
}
