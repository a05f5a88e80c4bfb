using PayPage.Domain.Merchants;

namespace PayPage.Domain.Events;

/// <summary>How far the events of a merchant and mode have come. Whoever announces holds this row until the commit, so numbers and commits have one order.</summary>
/// <remarks>That is what lets a reader of the feed go by the last number alone: what has a smaller one was there before.</remarks>
public sealed class EventCounter
{
    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>The number of the newest event; raised by conditional UPDATE only.</summary>
    public long Last { get; init; }

    /// <summary>The number of the newest event that was removed for its age; 0: none was.</summary>
    public long Removed { get; init; }
}
