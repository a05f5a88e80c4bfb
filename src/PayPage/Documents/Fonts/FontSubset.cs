using System.Buffers.Binary;

namespace PayPage.Documents.Fonts;

/// <summary>The glyphs of one font that one document uses, numbered anew in the order of their first use.</summary>
/// <remarks>A glyph that stands for two texts (a dash for a dash and for a minus) gets two numbers, so that each can be read back as what it was.</remarks>
internal sealed class FontSubset(TrueTypeFile font)
{
    private const int MostNesting = 4;    // of glyphs that are put together from others; one level more than the fonts have

    private readonly Dictionary<(Picture Picture, string Text), int> _numbers = [];
    private readonly List<Picture> _pictures = [default];    // number 0 is the glyph that every font must have and no page may show
    private readonly List<string> _texts = [""];

    public TrueTypeFile Font { get; } = font;

    /// <summary>How many glyphs pages name; more may follow that others are put together from.</summary>
    public int Count => _texts.Count;

    /// <param name="glyph">Its number in the font.</param>
    /// <param name="text">What it stands for here; empty where a glyph before it stands for all.</param>
    /// <param name="shift">How far to the right of its own place it is drawn: so a mark stands over its letter, and the pen need not go there and back.</param>
    /// <returns>Its number in the subset; the same at each call.</returns>
    public int NumberOf(int glyph, string text, int shift = 0)
    {
        var picture = new Picture(glyph, shift);

        if (!_numbers.TryGetValue((picture, text), out var number))
        {
            number = _pictures.Count;
            _numbers[(picture, text)] = number;
            _pictures.Add(picture);
            _texts.Add(text);
        }

        return number;
    }

    public string TextOf(int number) => _texts[number];

    /// <summary>In the font's own units.</summary>
    public int AdvanceOf(int number) => Font.Advance(_pictures[number].Glyph);

    /// <summary>A font file with these glyphs alone, and with the tables alone that PDF needs (ISO 32000-1, 9.9).</summary>
    public byte[] ToFile()
    {
        var pictures = new List<Picture>(_pictures);
        var (outlines, offsets, metrics) = (new MemoryStream(), new MemoryStream(), new MemoryStream());

        for (var i = 0; i < pictures.Count; i++)    // grows while components are found
        {
            var (glyph, shift) = pictures[i];
            var own = Font.Outline(glyph);
            var outline = shift == 0 || own.IsEmpty ? GlyphOutline.WithoutInstructions(own) : GlyphOutline.Shifted(own, glyph, shift);

            foreach (var at in GlyphOutline.ComponentPositions(outline))
            {
                BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at), (ushort)Placed(pictures, BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at))));
            }

            Write32(offsets, outlines.Length);
            outlines.Write(outline);
            outlines.Write(new byte[-outlines.Length & 3]);    // each begins at a multiple of four
            Write16(metrics, Font.Advance(glyph));
            Write16(metrics, Font.LeftBearing(glyph) + shift);
        }

        Write32(offsets, outlines.Length);
        var (head, horizontal, most) = (Font.Table("head").ToArray(), Font.Table("hhea").ToArray(), Font.Table("maxp").ToArray());
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);    // long offsets
        BinaryPrimitives.WriteUInt16BigEndian(horizontal.AsSpan(34), (ushort)pictures.Count);
        BinaryPrimitives.WriteUInt16BigEndian(most.AsSpan(30), MostNesting);
        BinaryPrimitives.WriteUInt16BigEndian(most.AsSpan(4), (ushort)pictures.Count);

        return FontFile.Write(
        [
            ("glyf", outlines.ToArray()), ("head", head), ("hhea", horizontal), ("hmtx", metrics.ToArray()), ("loca", offsets.ToArray()), ("maxp", most),
        ]);
    }

    private static int Placed(List<Picture> pictures, int glyph)
    {
        var at = pictures.IndexOf(new Picture(glyph, Shift: 0));

        if (at < 0)
        {
            at = pictures.Count;
            pictures.Add(new Picture(glyph, Shift: 0));
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

    private readonly record struct Picture(int Glyph, int Shift);
}
