namespace PayPage.Domain.Merchants;

/// <summary>What every PNG file has (ISO/IEC 15948): how it begins, and the check sum of each of its chunks.</summary>
public static class PngFile
{
    // 15.3: the polynomial of the check sum, lowest bit first.
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(i => Remainder((uint)i))];

    public static ReadOnlySpan<byte> Mark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="bytes">The type and the content of a chunk.</param>
    public static uint CheckSum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;

        foreach (var b in bytes)
        {
            sum = Remainders[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Remainder(uint value) => Enumerable.Range(0, 8).Aggregate(value, (rest, _) => (rest & 1) == 1 ? Polynomial ^ (rest >> 1) : rest >> 1);
}
