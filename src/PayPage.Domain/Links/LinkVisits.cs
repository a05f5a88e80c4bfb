using PayPage.Domain.Merchants;

namespace PayPage.Domain.Links;

/// <summary>How often a link's page was fetched, by machines and by browsers. Counted afterwards and not to the last one: no rule depends on it.</summary>
/// <remarks>
/// It tells support whether a mail scanner was there before the payer. That a link was opened is another matter and stands in
/// <see cref="PaymentLink.OpenedAt"/>: looking opens nothing.
/// </remarks>
public sealed class LinkVisits
{
    public required LinkId LinkId { get; init; }

    public required MerchantId MerchantId { get; init; }

    /// <summary>Fetches by mail scanners, previewers, prefetches, and whatever did not navigate as browsers do. 0 or more.</summary>
    public required long MachineFetches { get; init; }

    /// <summary>Null while no machine came.</summary>
    public required DateTimeOffset? LastMachineFetchAt { get; init; }

    /// <summary>Pages that a browser navigated to. 0 or more. A scanner that drives a whole browser counts here: nobody can tell.</summary>
    public required long PageViews { get; init; }

    /// <summary>Null while no browser came.</summary>
    public required DateTimeOffset? LastPageViewAt { get; init; }
}
