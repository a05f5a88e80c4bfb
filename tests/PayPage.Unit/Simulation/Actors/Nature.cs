using PayPage.Unit.Simulation.Outside;

namespace PayPage.Unit.Simulation.Actors;

/// <summary>What nobody does: the processor goes out and comes back, and the clock of our host is put right, or wrong.</summary>
internal sealed class Nature(World world)
{
    private const int FarthestSeconds = 90;

    public bool IsUp() => world.Outage.Kind == OutageKind.None;

    public bool IsOut() => !IsUp();

    public string GoOut()
    {
        world.Outage.Kind = world.Chance.Percent(60) ? OutageKind.Down : OutageKind.KeyRefused;
        world.Coverage.Visit($"outage {world.Outage.Kind}");
        return $"{world.Outage.Kind}";
    }

    public string ComeBack()
    {
        world.Outage.Kind = OutageKind.None;
        return "up";
    }

    /// <summary>Back as well as forth.</summary>
    public string Jump()
    {
        var before = world.HostIsOff;
        world.HostIsOff = TimeSpan.FromSeconds(world.Chance.Between(-FarthestSeconds, FarthestSeconds));
        world.Coverage.Visit(world.HostIsOff < before ? "clock back" : "clock forth");
        return $"{world.HostIsOff - before}";
    }
}
