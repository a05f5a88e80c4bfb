using PayPage.Domain.Links;

namespace PayPage.UseCases.Links;

/// <summary>One fetch of a link's page.</summary>
/// <param name="AddressHash">SHA-256 of the link's secret, or of its short code: what the link is found by. Never the address itself.</param>
/// <param name="IsShort">Whether it is that of the short code.</param>
internal sealed record Visit(byte[] AddressHash, bool IsShort, VisitKind Kind, DateTimeOffset At);

/// <summary>All fetches of one address that wait to be written down.</summary>
internal sealed record VisitTally(byte[] AddressHash, bool IsShort, long Machines, DateTimeOffset? LastMachine, long Pages, DateTimeOffset? LastPage)
{
    public static VisitTally Of(Visit visit) => new VisitTally(visit.AddressHash, visit.IsShort, 0, null, 0, null).With(visit);

    public VisitTally With(Visit visit) => visit.Kind switch
    {
        VisitKind.Machine => this with { Machines = Machines + 1, LastMachine = Later(LastMachine, visit.At) },
        VisitKind.Page => this with { Pages = Pages + 1, LastPage = Later(LastPage, visit.At) },
    };

    public VisitTally With(VisitTally other) => this with
    {
        Machines = Machines + other.Machines,
        LastMachine = Later(LastMachine, other.LastMachine),
        Pages = Pages + other.Pages,
        LastPage = Later(LastPage, other.LastPage),
    };

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}

/// <summary>Fetches that wait to be counted, in memory and summed by link: a page that is looked at writes nothing and waits for nobody.</summary>
/// <remarks>Bounded: when more links are looked at than can be written down, the newest are dropped. One for the process.</remarks>
internal sealed class VisitQueue
{
    /// <summary>Links.</summary>
    internal const int Most = 10_000;

    private readonly Lock _turn = new();
    private readonly Dictionary<(string Hash, bool IsShort), VisitTally> _waiting = [];

    /// <summary>Returns at once.</summary>
    /// <returns>False when it was dropped.</returns>
    public bool Tell(Visit visit) => Put(Convert.ToHexString(visit.AddressHash), visit.IsShort, known => known?.With(visit) ?? VisitTally.Of(visit));

    /// <summary>For the next time: it could not be written down.</summary>
    public bool PutBack(VisitTally tally) => Put(Convert.ToHexString(tally.AddressHash), tally.IsShort, known => known?.With(tally) ?? tally);

    /// <returns>Some that wait, at most <paramref name="most"/> links; empty when there are none.</returns>
    public List<VisitTally> Take(int most)
    {
        lock (_turn)
        {
            var taken = _waiting.Take(most).ToList();
            taken.ForEach(pair => _waiting.Remove(pair.Key));
            return taken.ConvertAll(pair => pair.Value);
        }
    }

    private bool Put(string hash, bool isShort, Func<VisitTally?, VisitTally> change)
    {
        lock (_turn)
        {
            var known = _waiting.GetValueOrDefault((hash, isShort));

            if (known is null && _waiting.Count >= Most)
            {
                return false;
            }

            _waiting[(hash, isShort)] = change(known);
            return true;
        }
    }
}
