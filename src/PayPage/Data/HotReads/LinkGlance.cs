using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Data.HotReads;

/// <summary>What one round trip tells of a link: every version, and all that may move, as the columns hold it.</summary>
internal sealed record LinkGlance
{
    public required LinkId Id { get; init; }

    public required long LinkVersion { get; init; }

    public required string Status { get; init; }

    public required DateTime? OpenedAt { get; init; }

    public required DateTime LivesUntil { get; init; }

    public required long InvoiceVersion { get; init; }

    public required string Stage { get; init; }

    public required long Total { get; init; }

    public required long Paid { get; init; }

    public required long Reserved { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required long MerchantVersion { get; init; }

    /// <summary>Through this link, in no order.</summary>
    public List<PaymentGlance> Payments { get; } = [];

    /// <summary>Whether nothing has changed since these were read.</summary>
    /// <remarks>The versions alone would tell, for whoever writes raises them; states, times and sums are compared as well, for they decide.</remarks>
    public bool StillIs(PaymentLink link, Invoice invoice, IReadOnlyList<Payment> payments) =>
        link.Version == LinkVersion && link.Status.ToString() == Status && link.OpenedAt?.UtcDateTime == OpenedAt
        && link.LivesUntil.UtcDateTime == LivesUntil
        && invoice.Version == InvoiceVersion && invoice.Stage.ToString() == Stage
        && invoice.Total == Total && invoice.Paid == Paid && invoice.Reserved == Reserved
        && payments.Count == Payments.Count
        && payments.All(known => Payments.Contains(new PaymentGlance(known.Id, known.Version, known.Status.ToString())));
}

internal readonly record struct PaymentGlance(PaymentId Id, long Version, string Status);
