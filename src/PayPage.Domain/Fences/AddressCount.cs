namespace PayPage.Domain.Fences;

/// <summary>How many payments were begun from one network in a span of time. Raised by conditional UPDATE only; forgotten soon after the span.</summary>
public sealed class AddressCount
{
    public const int HashLength = 32;

    /// <summary>HMAC-SHA256 of the network under the site's <see cref="AddressKey"/>: no address is kept that anybody could read.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When the span began: with the first payment.</summary>
    public required DateTimeOffset Began { get; init; }

    public required int Begun { get; init; }
}
