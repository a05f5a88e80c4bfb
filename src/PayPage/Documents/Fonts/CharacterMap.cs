using System.Buffers.Binary;

namespace PayPage.Documents.Fonts;

/// <summary>The table that leads from characters to glyphs (ISO/IEC 14496-22, 5.2.1), in format 4: ranges of 16-bit characters.</summary>
internal static class CharacterMap
{
    private const int Windows = 3;
    private const int UnicodeBasicPlane = 1;
    private const int LastCode = 0xFFFF;

    public static Dictionary<int, int> Read(ReadOnlySpan<byte> table)
    {
        var map = table[BasicPlane(table)..];
        var doubled = U16(map, 6);    // twice the number of ranges
        var ends = map[14..];
        var starts = map[(16 + doubled)..];
        var deltas = map[(16 + (2 * doubled))..];
        var offsets = map[(16 + (3 * doubled))..];
        var glyphs = new Dictionary<int, int>();

        for (var range = 0; range < doubled; range += 2)
        {
            var offset = U16(offsets, range);

            for (var code = U16(starts, range); code <= U16(ends, range) && code < LastCode; code++)
            {
                // An offset counts from where it stands itself.
                var glyph = offset == 0 ? code : U16(offsets, range + offset + (2 * (code - U16(starts, range))));

                if (glyph != 0)
                {
                    glyphs[code] = (glyph + U16(deltas, range)) & 0xFFFF;
                }
            }
        }

        return glyphs;
    }

    private static int BasicPlane(ReadOnlySpan<byte> table)
    {
        for (var record = 4; record < 4 + (8 * U16(table, 2)); record += 8)
        {
            if (U16(table, record) == Windows && U16(table, record + 2) == UnicodeBasicPlane)
            {
                return BinaryPrimitives.ReadInt32BigEndian(table[(record + 4)..]);
            }
        }

        throw new InvalidDataException("The font has no character map for Unicode.");
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
