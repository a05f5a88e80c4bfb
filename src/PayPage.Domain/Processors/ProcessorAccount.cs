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

    /// <summary>The last characters of its key, by which people tell keys apart; null where nobody ever typed one.</summary>
    public string? KeyEnd { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while new payments may go through it. Events for it are taken for ever.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Written down, but not yet put in use: no payment goes through it.</summary>
    public bool IsDraft { get; private set; }

    /// <summary>When it was (last) put in use; null for one that was from the start.</summary>
    public DateTimeOffset? UsedSince { get; private set; }

    /// <summary>When the processor last said that the keys as they are now work; null: not yet.</summary>
    public DateTimeOffset? TestedAt { get; private set; }

    /// <summary>Since when the processor says that our key is not good (any more); null while it takes it, as far as we know.</summary>
    public DateTimeOffset? RefusedSince { get; private set; }

    /// <summary>Up to when the events that never reached us were asked for; null before the first time.</summary>
    public DateTimeOffset? ListedUpTo { get; private set; }

    /// <summary>When they are asked for next; null: as soon as somebody looks.</summary>
    public DateTimeOffset? ListNextAt { get; private set; }

    /// <summary>When its books are next compared with the processor's; null: nobody has set a night for it yet. Written by conditional UPDATE.</summary>
    public DateTimeOffset? CompareNextAt { get; private set; }

    public long Version { get; private set; }

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    /// <summary>For one that somebody has just typed: nothing goes through it until it was tested and put in use.</summary>
    public ProcessorAccount AsDraft(CheckoutStyle style, string? publicKey, string keyEnd)
    {
        IsDraft = true;
        (Style, PublicKey, KeyEnd) = (style, publicKey, keyEnd);
        return this;
    }

    /// <param name="keyEnd">Null: the key is the one that it was.</param>
    public void Change(CheckoutStyle style, string? publicKey, byte[] sealedSecrets, string? keyEnd)
    {
        (Style, PublicKey, SealedSecrets) = (style, publicKey, sealedSecrets);

        if (keyEnd is not null)
        {
            (KeyEnd, TestedAt) = (keyEnd, null);
        }
    }

    /// <summary>The processor said that it knows the keys as they are now.</summary>
    /// <exception cref="InvariantException">They are of another account: payments of the one that this was could not be asked for any more.</exception>
    public void PassTest(string ownId, DateTimeOffset now)
    {
        if (OwnId is { } known && known != ownId)
        {
            throw new InvariantException($"{Id} is {known}, not {ownId}.");
        }

        (OwnId, TestedAt, RefusedSince) = (ownId, now, null);
    }

    /// <summary>New payments go through it from now on, and through no other of its mode.</summary>
    /// <exception cref="InvariantException">Its keys were never tested.</exception>
    public void Use(DateTimeOffset now)
    {
        if (IsDraft && TestedAt is null)
        {
            throw new InvariantException($"{Id} was not tested.");
        }

        (IsDraft, UsedSince, ClosedAt) = (false, now, null);
    }

    public void LearnRefusal(DateTimeOffset now) => RefusedSince ??= now;

    public void LearnAcceptance() => RefusedSince = null;
}
