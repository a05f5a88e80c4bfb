using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace PayPage.Hosting;

/// <summary>A count for each address: so many in a span of time.</summary>
/// <remarks>
/// Whoever has a large IPv6 network has more addresses than we have memory. When too many counts are kept, everybody counts by his provider's
/// network, until enough of them are over.
/// </remarks>
internal sealed class RateFencesByAddress : IDisposable
{
    private const int SubscriberBits = 64;    // less than that of IPv6 is never one subscriber
    private const int ProviderBits = 32;
    private const int AllBitsOfIpv4 = 32;
    private const int ProviderBitsOfIpv4 = 16;

    private readonly PartitionedRateLimiter<string> _counts;
    private readonly int _mostKept;
    private int _kept;

    /// <param name="most">How many of each in the span; 1 or more.</param>
    /// <param name="mostKept">How many counts of single addresses are kept.</param>
    public RateFencesByAddress(int most, TimeSpan span, TimeProvider clock, int mostKept = 100_000)
    {
        _mostKept = mostKept;
        _counts = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.Get(key, _ => NewCount()), StringComparer.Ordinal);

        RateFencesWindow NewCount()
        {
            Interlocked.Increment(ref _kept);
            return new RateFencesWindow(most, span, clock, () => Interlocked.Decrement(ref _kept));
        }
    }

    /// <summary>How many counts are in memory, about 330 bytes each.</summary>
    public int Kept => Volatile.Read(ref _kept);

    /// <returns>Null when it may go on, and is counted; else how long to wait.</returns>
    public TimeSpan? Wait(IPAddress? address)
    {
        using var lease = _counts.AttemptAcquire(Key(address, byProvider: Kept >= _mostKept));
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
    }

    public void Dispose() => _counts.Dispose();

    /// <summary>IPv4 as it is, also where it comes as IPv6; IPv6 by the network of one subscriber. By provider, both by theirs.</summary>
    internal static string Key(IPAddress? address, bool byProvider)
    {
        if (address is null)
        {
            return "none";    // a local socket
        }

        var own = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bits = (own.AddressFamily, byProvider) switch
        {
            (AddressFamily.InterNetworkV6, false) => SubscriberBits,
            (AddressFamily.InterNetworkV6, true) => ProviderBits,
            (_, false) => AllBitsOfIpv4,
            (_, true) => ProviderBitsOfIpv4,
        };

        return $"{Convert.ToHexString(own.GetAddressBytes().AsSpan(0, bits / 8))}{(own.AddressFamily == AddressFamily.InterNetworkV6 ? "/6" : "/4")}";
    }
}
