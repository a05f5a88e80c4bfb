namespace PayPage.Documents.Text;

/// <summary>Characters that come in pairs: brackets, and what is shown turned round in text from right to left.</summary>
/// <remarks>Source: Unicode's BidiBrackets and, of BidiMirroring, those that the built-in fonts have.</remarks>
internal static class BidiBrackets
{
    // Opening ones; each closes with the next code point but for the first three of the second table.
    private static readonly int[] Neighbours =
    [
        0x0028, 0x0F3A, 0x0F3C, 0x169B, 0x2045, 0x207D, 0x208D, 0x2308, 0x230A, 0x2329, 0x2768, 0x276A, 0x276C, 0x276E, 0x2770, 0x2772, 0x2774, 0x27C5,
        0x27E6, 0x27E8, 0x27EA, 0x27EC, 0x27EE, 0x2983, 0x2985, 0x2987, 0x2989, 0x298B, 0x2991, 0x2993, 0x2995, 0x2997, 0x29D8, 0x29DA, 0x29FC, 0x2E22,
        0x2E24, 0x2E26, 0x2E28, 0x2E55, 0x2E57, 0x2E59, 0x2E5B, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0xFE59, 0xFE5B, 0xFE5D,
        0xFF08, 0xFF5F, 0xFF62,
    ];

    private static readonly (int Open, int Close)[] Others =
        [(0x005B, 0x005D), (0x007B, 0x007D), (0xFF3B, 0xFF3D), (0xFF5B, 0xFF5D), (0x298D, 0x2990), (0x298F, 0x298E)];

    private static readonly (int One, int Other)[] MirroredOnly =
        [(0x003C, 0x003E), (0x00AB, 0x00BB), (0x2039, 0x203A), (0x2264, 0x2265), (0x226A, 0x226B), (0x2208, 0x220B)];

    private static readonly Dictionary<int, int> Opening =
        Neighbours.Select(open => (Open: open, Close: open + 1)).Concat(Others).ToDictionary(pair => pair.Open, pair => pair.Close);

    private static readonly HashSet<int> Closing = [.. Opening.Values];

    private static readonly Dictionary<int, int> Mirrors = Opening.Select(pair => (One: pair.Key, Other: pair.Value)).Concat(MirroredOnly)
        .SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) }).ToDictionary(pair => pair.One, pair => pair.Other);

    /// <returns>What closes it, in its canonical form; null for all but opening brackets.</returns>
    public static int? ClosingOf(int codePoint) => Opening.TryGetValue(codePoint, out var closing) ? Canonical(closing) : null;

    public static bool IsClosing(int codePoint) => Closing.Contains(codePoint);

    /// <summary>Two brackets of Unicode are the same as two others.</summary>
    public static int Canonical(int codePoint) => codePoint == 0x232A ? 0x3009 : codePoint;

    /// <summary>What is shown where text runs from right to left.</summary>
    public static int Mirrored(int codePoint) => Mirrors.GetValueOrDefault(codePoint, codePoint);
}
