using System.Buffers.Binary;

namespace PayPage.Documents.Fonts;

/// <summary>The picture of one glyph (ISO/IEC 14496-22, 5.3.3): curves, or other glyphs put together.</summary>
internal static class GlyphOutline
{
    private const int HeaderLength = 10;
    private const int WordArguments = 0x0001;
    private const int Offsets = 0x0002;
    private const int OneScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int TwoScales = 0x0040;
    private const int Matrix = 0x0080;
    private const int Instructions = 0x0100;

    /// <summary>Where the numbers of the glyphs stand that this one is put together from; empty for curves and blanks.</summary>
    public static List<int> ComponentPositions(ReadOnlySpan<byte> outline)
    {
        var positions = new List<int>();

        if (!IsComposite(outline))
        {
            return positions;
        }

        for (var (at, flags) = (HeaderLength, MoreComponents); (flags & MoreComponents) != 0; at += ComponentLength(flags))
        {
            flags = U16(outline, at);
            positions.Add(at + 2);
        }

        return positions;
    }

    /// <summary>The same picture without the program that fits it to a coarse screen: paper needs none, and it is half of the bytes.</summary>
    public static byte[] WithoutInstructions(ReadOnlySpan<byte> outline)
    {
        if (outline.IsEmpty)
        {
            return [];
        }

        if (IsComposite(outline))
        {
            var positions = ComponentPositions(outline);
            var end = positions[^1] - 2 + ComponentLength(U16(outline, positions[^1] - 2));
            var kept = outline[..end].ToArray();
            positions.ForEach(at => BinaryPrimitives.WriteUInt16BigEndian(kept.AsSpan(at - 2), (ushort)(U16(kept, at - 2) & ~Instructions)));
            return kept;
        }

        var lengthAt = HeaderLength + (2 * BinaryPrimitives.ReadInt16BigEndian(outline));
        return [.. outline[..lengthAt], 0, 0, .. outline[(lengthAt + 2 + U16(outline, lengthAt))..]];
    }

    /// <summary>A picture that is nothing but another one, moved to the right.</summary>
    /// <param name="outline">Of the other one: not blank.</param>
    public static byte[] Shifted(ReadOnlySpan<byte> outline, int glyph, int shift)
    {
        var moved = new byte[HeaderLength + 8];
        outline[..HeaderLength].CopyTo(moved);    // its box

        foreach (var (at, value) in new[]
        {
            (0, -1), (2, S16(moved, 2) + shift), (6, S16(moved, 6) + shift), (10, WordArguments | Offsets), (12, glyph), (14, shift),
        })
        {
            BinaryPrimitives.WriteInt16BigEndian(moved.AsSpan(at), unchecked((short)value));
        }

        return moved;
    }

    private static int S16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    private static bool IsComposite(ReadOnlySpan<byte> outline) => !outline.IsEmpty && BinaryPrimitives.ReadInt16BigEndian(outline) < 0;

    private static int ComponentLength(int flags) => 4
        + ((flags & WordArguments) != 0 ? 4 : 2)
        + ((flags & OneScale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
