using PayPage.Domain.Merchants;

namespace PayPage.Domain.Processors;

public enum ProcessorKind
{
    Sandbox,
    Stripe,
}

/// <summary>A merchant's account at a processor: where its money goes.</summary>
public sealed class ProcessorAccount
{
    public required ProcessorAccountId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required ProcessorKind Kind { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>Where payers of new payments give their details.</summary>
    public CheckoutStyle Style { get; set; }

    /// <summary>The processor's own name for it, e.g. <c>acct_…</c>; null until the processor was asked.</summary>
    public string? OwnId { get; set; }

    /// <summary>What a payer's browser may know; null where the processor has no such thing.</summary>
    public string? PublicKey { get; set; }

    /// <summary>The account's <see cref="ProcessorSecrets"/>, sealed by Data Protection.</summary>
    public required byte[] SealedSecrets { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while new payments may go through it. Events for it are taken for ever.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Since when the processor says that our key is not good (any more); null while it takes it, as far as we know.</summary>
    public DateTimeOffset? RefusedSince { get; private set; }

    /// <summary>Up to when the events that never reached us were asked for; null before the first time.</summary>
    public DateTimeOffset? ListedUpTo { get; set; }

    public long Version { get; private set; }

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    public void LearnRefusal(DateTimeOffset now) => RefusedSince ??= now;

    public void LearnAcceptance() => RefusedSince = null;
}
