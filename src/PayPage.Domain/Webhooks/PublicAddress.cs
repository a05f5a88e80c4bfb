namespace PayPage.Domain.Webhooks;

/// <summary>Whether an IP address is out in the open: the fence that keeps what merchants type from reaching into our own network.</summary>
/// <remarks>
/// From IANA's registries of special-purpose addresses (IPv4 and IPv6), and the ways in which IPv6 carries an IPv4 address. What is not known to be
/// public is not: of IPv6 only 2000::/3 is handed out at all.
/// </remarks>
public static class PublicAddress
{
    private const int LengthOf4 = 4;
    private const int LengthOf6 = 16;

    private static readonly Block[] Closed4 =
    [
        new([0], 8),                   // "this network"; 0.0.0.0 is this machine
        new([10], 8),                  // private
        new([100, 64], 10),            // behind carriers' address translation
        new([127], 8),                 // this machine
        new([169, 254], 16),           // link-local; clouds keep their secrets at 169.254.169.254
        new([172, 16], 12),            // private
        new([192, 0, 0], 24),          // protocol assignments
        new([192, 0, 2], 24),          // documentation
        new([192, 31, 196], 24),       // AS112
        new([192, 52, 193], 24),       // AMT
        new([192, 88, 99], 24),        // 6to4 relays
        new([192, 168], 16),           // private
        new([192, 175, 48], 24),       // AS112
        new([198, 18], 15),            // benchmarks
        new([198, 51, 100], 24),       // documentation
        new([203, 0, 113], 24),        // documentation
        new([224], 4),                 // multicast
        new([240], 4),                 // reserved, and broadcast
    ];

    private static readonly Block Open6 = new([0x20], 3);

    private static readonly Block[] Closed6 =
    [
        new([0x20, 0x01, 0x00], 23),                   // protocol assignments, Teredo (2001::/32) and ORCHID among them
        new([0x20, 0x01, 0x0d, 0xb8], 32),             // documentation
        new([0x20, 0x02], 16),                         // 6to4: carries any IPv4 address
        new([0x26, 0x20, 0x00, 0x4f, 0x80, 0x00], 48), // AS112
        new([0x3f, 0xff, 0x00], 20),                   // documentation
    ];

    /// <param name="address">4 or 16 bytes, in network order. An IPv4 address in IPv6's clothes (mapped, compatible, NAT64, 6to4, Teredo) is never public.</param>
    public static bool Is(ReadOnlySpan<byte> address) => address.Length switch
    {
        LengthOf4 => !Any(Closed4, address),
        LengthOf6 => Open6.Holds(address) && !Any(Closed6, address),
        _ => false,
    };

    private static bool Any(Block[] blocks, ReadOnlySpan<byte> address)
    {
        foreach (var block in blocks)
        {
            if (block.Holds(address))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="Start">The first bytes; what is not said is 0.</param>
    /// <param name="Bits">How many count.</param>
    private sealed record Block(byte[] Start, int Bits)
    {
        public bool Holds(ReadOnlySpan<byte> address)
        {
            for (var bit = 0; bit < Bits; bit += 8)
            {
                var mask = Bits - bit >= 8 ? 0xFF : 0xFF << (8 - (Bits - bit)) & 0xFF;
                var start = bit / 8 < Start.Length ? Start[bit / 8] : 0;

                if ((address[bit / 8] & mask) != start)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
