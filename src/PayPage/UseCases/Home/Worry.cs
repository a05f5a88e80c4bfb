using PayPage.Domain;
using PayPage.Domain.Disputes;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Home;

/// <summary>What does not get better on its own: somebody must do something.</summary>
/// <param name="Number">The invoice it is about.</param>
/// <param name="Since">When it came to that.</param>
internal abstract record Worry(string Number, DateTimeOffset Since)
{
    /// <summary>A mail or text did not reach whom it was for.</summary>
    /// <param name="To">Masked; null where there was no address.</param>
    /// <param name="GaveUp">Whether nobody ever said no: it was tried until there was no point in it. Then the same may be tried again.</param>
    internal sealed record Undelivered(
        string Number, DateTimeOffset Since, OutboxMessageId Message, OutboxKind Kind, string? To, string? Reason, bool GaveUp) : Worry(Number, Since);

    /// <summary>The processor has not said for an hour what became of a payment.</summary>
    internal sealed record Unconfirmed(string Number, DateTimeOffset Since, PaymentId Payment, Money Amount) : Worry(Number, Since);

    /// <summary>A payer disputes a payment, and his bank waits for an answer.</summary>
    /// <param name="IsInquiry">Whether it only asks: no money has moved.</param>
    /// <param name="By">Until when; null where it does not say.</param>
    internal sealed record Disputed(string Number, DateTimeOffset Since, DisputeId Dispute, Money Amount, bool IsInquiry, string? Reason, DateTimeOffset? By)
        : Worry(Number, Since);

    /// <summary>More came than the invoice had room for, and it is still here.</summary>
    /// <param name="Payment">The reference of the payment.</param>
    internal sealed record Overpaid(string Number, DateTimeOffset Since, Money Owed, string Payment) : Worry(Number, Since);

    /// <summary>Money was to go back, and did not.</summary>
    /// <param name="Reason">In the processor's words; null where it said nothing.</param>
    /// <param name="HadLeft">Whether it had gone back, and the payer's bank did not take it.</param>
    internal sealed record RefundFailed(string Number, DateTimeOffset Since, RefundId Refund, Money Amount, string? Reason, bool HadLeft) : Worry(Number, Since);

    /// <summary>Books and processor differ over money. It is about no invoice, or about several.</summary>
    /// <param name="Unknown">In how many places there is money at the processor that nobody knows.</param>
    /// <param name="Missing">In how many the books have money that the processor does not have so.</param>
    internal sealed record MoneyDiffers(int Unknown, int Missing, DateTimeOffset Since) : Worry("", Since);

    /// <summary>Too many tries through a link were declined: it takes no payments until somebody says so.</summary>
    /// <param name="Payer">Whose link it is; null where he has no name.</param>
    internal sealed record LinkBarred(string Number, DateTimeOffset Since, LinkId Link, string? Payer, int Declines) : Worry(Number, Since);

    /// <summary>Unusually many of the merchant's last tries were declined.</summary>
    /// <param name="Number">The invoice whose payment was declined last.</param>
    internal sealed record ManyDeclines(string Number, DateTimeOffset Since, int Declined, int Tries) : Worry(Number, Since);

    /// <summary>The time of its last link is over, and nobody paid.</summary>
    internal sealed record Expired(string Number, DateTimeOffset Since, string? Customer, Money Due) : Worry(Number, Since);
}
