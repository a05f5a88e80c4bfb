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

    /// <summary>The account's <see cref="ProcessorSecrets"/>, sealed by Data Protection.</summary>
    public required byte[] SealedSecrets { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while new payments may go through it. Events for it are taken for ever.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public long Version { get; private set; }

    public void Close(DateTimeOffset now) => ClosedAt ??= now;
}
