namespace PayPage.Unit.Simulation.Outside;

/// <summary>What is on its way: the processor's events, and requests of ours that were slow. It loses, delays, doubles and reorders.</summary>
internal sealed class Network(SimClock clock, Chance chance, Coverage coverage, Func<bool> isCalm)
{
    private static readonly IReadOnlyList<(int, int)> Copies = [(12, 0), (68, 1), (14, 2), (6, 3)];
    private readonly List<Parcel> _parcels = [];

    public int Count => _parcels.Count;

    public bool HasReady => Ready.Count > 0;

    private List<Parcel> Ready => isCalm() ? _parcels : _parcels.FindAll(p => p.NotBefore <= clock.GetUtcNow());

    public void Post(SimEvent happened, bool mayBeLost)
    {
        var copies = isCalm() ? 1 : chance.Weighted(Copies);
        coverage.Visit(copies switch
        {
            0 when mayBeLost => "an event is lost",
            > 1 => "an event comes twice",
            _ => "an event comes",
        });

        for (var copy = 0; copy < (mayBeLost ? copies : Math.Max(1, copies)); copy++)
        {
            _parcels.Add(new Parcel(Later(), happened, null, ""));
        }
    }

    public void PostLate(string what, Action arrive) => _parcels.Add(new Parcel(Later(), null, arrive, what));

    /// <summary>It was not taken, or never came: whoever sent it tries again.</summary>
    public void PostAgain(SimEvent happened) => _parcels.Add(new Parcel(Later(), happened, null, ""));

    /// <returns>Any one of those whose time has come, now no longer on its way; null when there is none.</returns>
    public Parcel? Next()
    {
        var ready = Ready;

        if (ready.Count == 0)
        {
            return null;
        }

        var parcel = chance.Pick(ready);

        if (parcel.Event is { } happened)
        {
            coverage.Visit(_parcels.Exists(p => p.Event is { } other && other.Of == happened.Of && other.At < happened.At) ? "events overtake one another"
                : parcel.NotBefore > happened.At ? "an event comes late" : "an event comes in turn");
        }

        _parcels.Remove(parcel);
        return parcel;
    }

    private DateTimeOffset Later() => clock.GetUtcNow() + (chance.Percent(65)
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(chance.Percent(60) ? chance.Between(1, 120) : chance.Between(120, 100_000)));

    /// <param name="Event">Null for a request of ours.</param>
    /// <param name="Arrive">Null for an event.</param>
    internal sealed record Parcel(DateTimeOffset NotBefore, SimEvent? Event, Action? Arrive, string What);
}
