using System.Globalization;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;

namespace PayPage.Domain.Payments;

/// <summary>Money given back, or to be given back. It never reopens the invoice's balance.</summary>
public sealed class Refund
{
    public const int ReasonLength = 200;
    public const int FailureReasonLength = 100;

    public required RefundId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required PaymentId PaymentId { get; init; }

    /// <summary>Through which account the money goes back; null for money that goes past us.</summary>
    public ProcessorAccountId? AccountId { get; init; }

    public required Money Amount { get; init; }

    /// <summary>How much of it comes out of what the invoice had no room for (<c>OverpaymentOwed</c>); minor units. Expected until the money leaves, true from then on.</summary>
    public required long OfOverpayment { get; set; }

    public RefundOrigin Origin { get; init; }

    /// <summary>Who decided it, as the history names people: an id or a role, never a name.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, in the merchant's own words, for colleagues; null where none were typed.</summary>
    public string? Reason { get; init; }

    /// <summary>The failed refund that this one carries on; unique: of any number who ask again, one does. Null for a first try.</summary>
    public RefundId? PredecessorId { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public RefundStatus Status { get; private set; } = RefundStatus.Requested;

    /// <summary>Null until the processor gave it. Unique per account.</summary>
    public string? ProcessorReference { get; private set; }

    /// <summary>Why it failed or waits, in the processor's words; null where it does neither, or nothing was said.</summary>
    public string? FailureReason { get; private set; }

    /// <summary>When it was over, one way or the other; null while it is not.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>When a colleague said that nothing more is to be done about its failure; null where nobody did.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>How often the ledger has told of it: when its money left, when a bank sent it back, and so on.</summary>
    public int Postings { get; private set; }

    public long Version { get; private set; }

    /// <summary>Whether its amount counts as given back (<see cref="Payment.GivenBack"/>).</summary>
    public bool Holds => RefundTransitions.Holding.Contains(Status);

    /// <summary>Whether it failed and somebody must decide what becomes of the money.</summary>
    public bool WaitsForSomebody => Status == RefundStatus.Failed && LeftAt is null;

    public void Await(string? processorReference, string? reason)
    {
        Move(RefundStatus.Pending);
        Learn(processorReference);
        FailureReason = Bounded(reason);
    }

    public void Succeed(string? processorReference, DateTimeOffset at)
    {
        Move(RefundStatus.Succeeded);
        Learn(processorReference);
        FailureReason = null;
        SettledAt = at;
    }

    public void Fail(string? processorReference, string? reason, DateTimeOffset at)
    {
        Move(RefundStatus.Failed);
        Learn(processorReference);
        FailureReason = Bounded(reason);
        SettledAt = at;
        LeftAt = null;
    }

    /// <summary>Another refund carries on, see <see cref="PredecessorId"/>.</summary>
    public void Retry() => Move(RefundStatus.Retried);

    /// <summary>The money was given back in another way, or is to stay.</summary>
    /// <exception cref="InvariantException">It has not failed.</exception>
    public void Leave(DateTimeOffset at) =>
        LeftAt = Status == RefundStatus.Failed ? LeftAt ?? at : throw new InvariantException($"{Id} has not failed.");

    /// <summary>The name of its next posting in the ledger, each of which has one of its own. To be asked for before it moves.</summary>
    public string NextPosting()
    {
        // A refund that succeeded before postings were counted has one.
        Postings = Math.Max(Postings, Status == RefundStatus.Succeeded ? 1 : 0) + 1;
        return Postings == 1 ? $"{Id}" : string.Create(CultureInfo.InvariantCulture, $"{Id}:{Postings}");
    }

    private static string? Bounded(string? reason) => string.IsNullOrWhiteSpace(reason) ? null
        : FreeText.Clean(reason) is var clean && clean.Length <= FailureReasonLength ? clean
        : clean[..FailureReasonLength];

    private void Learn(string? processorReference)
    {
        if (!string.IsNullOrEmpty(processorReference))
        {
            ProcessorReference ??= processorReference;
        }
    }

    private void Move(RefundStatus to) => Status = RefundTransitions.Table.Move(Status, to);
}

/// <summary>Who had a refund made.</summary>
public enum RefundOrigin
{
    /// <summary>The merchant's rule for money that nobody expected any more.</summary>
    Policy,

    /// <summary>A colleague, in the back office, or the merchant's own system by its key.</summary>
    Colleague,

    /// <summary>Somebody at the processor, past us.</summary>
    Processor,
}
