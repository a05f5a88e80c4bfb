using System.Threading.Channels;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Links;

/// <summary>One fetch of a link's page.</summary>
/// <param name="AddressHash">SHA-256 of the link's secret, or of its short code: what the link is found by. Never the address itself.</param>
/// <param name="IsShort">Whether it is that of the short code.</param>
internal sealed record Visit(byte[] AddressHash, bool IsShort, VisitKind Kind, DateTimeOffset At);

/// <summary>Fetches that wait to be counted, in memory: a page that is looked at writes nothing and waits for nobody.</summary>
/// <remarks>Bounded: when more come than can be written down, the newest are dropped. One for the process.</remarks>
internal sealed class VisitQueue
{
    internal const int Most = 10_000;

    private readonly Channel<Visit> _waiting = Channel.CreateBounded<Visit>(new BoundedChannelOptions(Most) { SingleReader = false });

    /// <summary>Returns at once.</summary>
    /// <returns>False when it was dropped.</returns>
    public bool Tell(Visit visit) => _waiting.Writer.TryWrite(visit);

    /// <returns>The oldest that wait, at most <paramref name="most"/>; empty when there are none.</returns>
    public List<Visit> Take(int most)
    {
        var taken = new List<Visit>();

        while (taken.Count < most && _waiting.Reader.TryRead(out var visit))
        {
            taken.Add(visit);
        }

        return taken;
    }
}
