namespace PayPage.Unit.Simulation.Outside;

/// <summary>What is wrong with the processor for a while, for all who ask.</summary>
internal sealed class Outage
{
    public OutageKind Kind { get; set; }
}

internal enum OutageKind
{
    None,

    /// <summary>No connection comes about: nothing is asked of it.</summary>
    Down,

    /// <summary>It does not know our keys: somebody must mend that.</summary>
    KeyRefused,
}
