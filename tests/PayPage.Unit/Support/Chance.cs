using PayPage.Domain;

namespace PayPage.Unit.Support;

/// <summary>Chance that a seed repeats.</summary>
internal sealed class Chance(int seed = 1)
{
    private readonly Random _random = new(seed);

    public RandomBytes Bytes => count =>
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    };
}
