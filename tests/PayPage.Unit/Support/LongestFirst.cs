using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(PayPage.Unit.Support.LongestFirst))]

namespace PayPage.Unit.Support;

/// <summary>A class that takes long: it begins with the first, so that nobody waits for it alone at the end.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RunsLongAttribute : Attribute;

/// <summary>Classes that take long come first; the others stay as they were.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    // A class that stands in no collection is one by itself, named after it.
    private static readonly HashSet<string> Long =
        [.. typeof(LongestFirst).Assembly.GetTypes().Where(t => t.GetCustomAttribute<RunsLongAttribute>() is not null).Select(t => $"{t}")];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(c => c.TestCollectionDisplayName.Split(' ').Any(Long.Contains))];
}
