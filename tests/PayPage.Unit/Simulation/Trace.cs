namespace PayPage.Unit.Simulation;

/// <summary>What happened in a run, line by line. No tokens: those are Data Protection's and differ each time.</summary>
internal sealed class Trace(SimClock clock)
{
    private readonly List<string> _lines = [];
    private int _depth;

    public IReadOnlyList<string> Lines => _lines;

    public void Say(string what) => _lines.Add($"{clock.GetUtcNow():MM-dd HH:mm:ss} {new string(' ', 2 * _depth)}{what}");

    public void Indent() => _depth++;

    public void Outdent() => _depth--;

    public string Tail(int lines) => string.Join('\n', _lines.Skip(Math.Max(0, _lines.Count - lines)));
}

/// <summary>Which situations a run met, so that a test can tell that runs are not all alike and tame.</summary>
internal sealed class Coverage
{
    private readonly SortedDictionary<string, int> _visits = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Visits => _visits;

    public void Visit(string what) => _visits[what] = _visits.GetValueOrDefault(what) + 1;
}
