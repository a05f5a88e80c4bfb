namespace PayPage.Unit.Simulation;

/// <summary>
/// Where a process may die: just before or just after a commit, which is named by what it was doing and how many commits it had made for that; and, at
/// the doors to the outside, before or after the other side did its part (Outside/Unsure…).
/// </summary>
internal static class CrashPlaces
{
    /// <summary>Each run seeks one of these out. All others it may hit by chance.</summary>
    public static readonly IReadOnlyList<string> Sought =
    [
        "after commit 1 of StartPayment",        // the link is opened or the amount held; the processor has not heard of it
        "after commit 2 of StartPayment",        // the amount is held, or the answer is saved
        "before commit 2 of StartPayment",       // the processor may have answered
        "before commit 1 of TakeEvent",          // an event came, and is in no book
        "after commit 1 of TakeEvent",           // it is in the books, and was not answered with 200
        "before commit 1 of ComeBack",
        "after commit 1 of ReconcilePayments",   // the next question is set, and this one not asked
        "before commit 2 of ReconcilePayments",
        "after commit 1 of DeliverMessage",      // claimed, and not sent
        "before commit 2 of DeliverMessage",     // sent, and not marked
        "after commit 1 of CreateInvoice",       // its mail is promised; whoever made it got no answer
        "after commit 1 of RecordOutsidePayment",
        "before commit 1 of AskForRefund",
        "after commit 1 of AskForRefund",
        "after commit 1 of ClaimDelivery",       // an endpoint's delivery is claimed, and not sent
        "before commit 1 of SendDelivery",       // the endpoint answered, and nobody knows
        "after commit 1 of CatchUpEvents",       // the next list is set, and this one not asked for
        "before commit 1 of ExpireLinks",
        "after commit 1 of WalkReminders",
        "before commit 1 of CancelInvoice",
    ];
}
