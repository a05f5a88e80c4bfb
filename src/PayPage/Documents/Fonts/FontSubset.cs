using System.Buffers.Binary;

namespace PayPage.Documents.Fonts;

/// <summary>The glyphs of one font that one document uses, numbered anew in the order of their first use.</summary>
/// <remarks>A glyph that stands for two texts (a dash for a dash and for a minus) gets two numbers, so that each can be read back as what it was.</remarks>
internal sealed class FontSubset(TrueTypeFile font)
{
    private readonly Dictionary<(int Glyph, string Text), int> _numbers = [];
    private readonly List<int> _glyphs = [0];    // number 0 is the glyph that every font must have and no page may show
    private readonly List<string> _texts = [""];

    public TrueTypeFile Font { get; } = font;

    /// <summary>How many glyphs pages name; more may follow that others are put together from.</summary>
    public int Count => _texts.Count;

    /// <param name="glyph">Its number in the font.</param>
    /// <param name="text">What it stands for here; empty where a glyph before it stands for all.</param>
    /// <returns>Its number in the subset; the same at each call.</returns>
    public int NumberOf(int glyph, string text)
    {
        if (!_numbers.TryGetValue((glyph, text), out var number))
        {
            number = _glyphs.Count;
            _numbers[(glyph, text)] = number;
            _glyphs.Add(glyph);
            _texts.Add(text);
        }

        return number;
    }

    public string TextOf(int number) => _texts[number];

    /// <summary>In the font's own units.</summary>
    public int AdvanceOf(int number) => Font.Advance(_glyphs[number]);

    /// <summary>A font file with these glyphs alone, and with the tables alone that PDF needs (ISO 32000-1, 9.9).</summary>
    public byte[] ToFile()
    {
        var glyphs = new List<int>(_glyphs);
        var (outlines, offsets, metrics) = (new MemoryStream(), new MemoryStream(), new MemoryStream());

        for (var i = 0; i < glyphs.Count; i++)    // grows while components are found
        {
            var outline = GlyphOutline.WithoutInstructions(Font.Outline(glyphs[i]));

            foreach (var at in GlyphOutline.ComponentPositions(outline))
            {
                BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at), (ushort)Placed(glyphs, BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at))));
            }

            Write32(offsets, outlines.Length);
            outlines.Write(outline);
            outlines.Write(new byte[-outlines.Length & 3]);    // each begins at a multiple of four
            Write16(metrics, Font.Advance(glyphs[i]));
            Write16(metrics, Font.LeftBearing(glyphs[i]));
        }

        Write32(offsets, outlines.Length);
        var (head, horizontal, most) = (Font.Table("head").ToArray(), Font.Table("hhea").ToArray(), Font.Table("maxp").ToArray());
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);    // long offsets
        BinaryPrimitives.WriteUInt16BigEndian(horizontal.AsSpan(34), (ushort)glyphs.Count);
        BinaryPrimitives.WriteUInt16BigEndian(most.AsSpan(4), (ushort)glyphs.Count);

        return FontFile.Write(
        [
            ("glyf", outlines.ToArray()), ("head", head), ("hhea", horizontal), ("hmtx", metrics.ToArray()), ("loca", offsets.ToArray()), ("maxp", most),
        ]);
    }

    private static int Placed(List<int> glyphs, int glyph)
    {
        var at = glyphs.IndexOf(glyph);

        if (at < 0)
        {
            at = glyphs.Count;
            glyphs.Add(glyph);
        }

        return at;
    }

    private static void Write16(MemoryStream to, int value)
    {
        to.WriteByte((byte)((value >> 8) & 0xFF));
        to.WriteByte((byte)(value & 0xFF));
    }

    private static void Write32(MemoryStream to, long value)
    {
        Write16(to, (int)(value >> 16));
        Write16(to, (int)(value & 0xFFFF));
    }
}
