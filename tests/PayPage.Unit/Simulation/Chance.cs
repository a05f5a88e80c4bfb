namespace PayPage.Unit.Simulation;

/// <summary>All the chance of one run, from one seed. Draws must come in the same order each time: nothing here runs in parallel.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    public int Below(int limit) => _random.Next(limit);

    /// <returns>From <paramref name="least"/> to <paramref name="most"/>, both included.</returns>
    public long Between(long least, long most) => _random.NextInt64(least, most + 1);

    public bool Percent(double percent) => _random.NextDouble() * 100 < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public T Weighted<T>(IReadOnlyList<(int Weight, T Value)> from)
    {
        var left = _random.Next(from.Sum(f => f.Weight));
        return from.First(f => (left -= f.Weight) < 0).Value;
    }
}
