using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace PayPage.E2E.Support;

/// <summary>Where the sandbox processor lives.</summary>
public enum Arrangement
{
    /// <summary>In the site's process, on the site's origin: what a newcomer runs.</summary>
    SandboxInside,

    /// <summary>Alone, on another origin: what a real processor is.</summary>
    SandboxElsewhere,
}

/// <summary>Runs a journey in both arrangements, once for each set of further arguments.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothArrangementsAttribute(params object[] more) : DataAttribute
{
    public IReadOnlyList<object> More { get; } = more;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Arrangement>().Select(arrangement => new TheoryDataRow([arrangement, .. More]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
