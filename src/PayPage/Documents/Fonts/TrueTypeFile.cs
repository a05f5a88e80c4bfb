using System.Buffers.Binary;
using System.Text;

namespace PayPage.Documents.Fonts;

/// <summary>A TrueType font (ISO/IEC 14496-22). Read once and never changed: any number of documents may use it at the same time.</summary>
/// <remarks>All measures are in the font's own units, <see cref="UnitsPerEm"/> to the size of the type; the y axis points up.</remarks>
internal sealed class TrueTypeFile
{
    private const int TableRecordLength = 16;
    private const int FirstTableRecord = 12;

    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int At, int Length)> _tables = [];
    private readonly Dictionary<int, int> _glyphs;
    private readonly ReadOnlyMemory<byte> _metrics;
    private readonly ReadOnlyMemory<byte> _offsets;
    private readonly ReadOnlyMemory<byte> _outlines;
    private readonly int _fullMetrics;
    private readonly bool _longOffsets;

    /// <param name="name">The font's PostScript name.</param>
    /// <param name="bytes">The file, with the character map in format 4 (fonts that know no letters beyond U+FFFF).</param>
    public TrueTypeFile(string name, byte[] bytes)
    {
        (Name, _bytes) = (name, bytes);

        for (var i = 0; i < U16(bytes, 4); i++)
        {
            var record = bytes.AsSpan(FirstTableRecord + (i * TableRecordLength), TableRecordLength);
            _tables[Encoding.ASCII.GetString(record[..4])] = (U32(record, 8), U32(record, 12));
        }

        (_metrics, _offsets, _outlines) = (Memory("hmtx"), Memory("loca"), Memory("glyf"));
        var head = Table("head");
        var metrics = Table("hhea");
        UnitsPerEm = U16(head, 18);
        Box = (S16(head, 36), S16(head, 38), S16(head, 40), S16(head, 42));
        _longOffsets = U16(head, 50) == 1;
        (Ascent, Descent) = (S16(metrics, 4), S16(metrics, 6));
        _fullMetrics = U16(metrics, 34);
        CapHeight = S16(Table("OS/2"), 88);
        _glyphs = CharacterMap.Read(Table("cmap"));
    }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public (int Left, int Bottom, int Right, int Top) Box { get; }

    public int Ascent { get; }

    /// <summary>Negative: below the line.</summary>
    public int Descent { get; }

    /// <summary>Of a capital letter.</summary>
    public int CapHeight { get; }

    public bool Has(int codePoint) => _glyphs.ContainsKey(codePoint);

    /// <returns>0 where the font has no picture of it.</returns>
    public int GlyphOf(int codePoint) => _glyphs.GetValueOrDefault(codePoint);

    /// <summary>How far the pen moves.</summary>
    public int Advance(int glyph) => U16(_metrics.Span, 4 * Math.Min(glyph, _fullMetrics - 1));

    /// <summary>From the pen to the left edge of the picture.</summary>
    public int LeftBearing(int glyph) => glyph < _fullMetrics
        ? S16(_metrics.Span, (4 * glyph) + 2)
        : S16(_metrics.Span, (4 * _fullMetrics) + (2 * (glyph - _fullMetrics)));

    /// <summary>The picture as it lies in the file; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var offsets = _offsets.Span;
        var (from, to) = _longOffsets
            ? (U32(offsets, 4 * glyph), U32(offsets, 4 * (glyph + 1)))
            : (2 * U16(offsets, 2 * glyph), 2 * U16(offsets, 2 * (glyph + 1)));
        return _outlines.Span[from..to];
    }

    /// <summary>Left and right edge of the picture; both 0 for a blank.</summary>
    public (int Left, int Right) Extent(int glyph)
    {
        var outline = Outline(glyph);
        return outline.IsEmpty ? (0, 0) : (S16(outline, 2), S16(outline, 6));
    }

    public ReadOnlySpan<byte> Table(string tag) => Memory(tag).Span;

    private ReadOnlyMemory<byte> Memory(string tag) => _bytes.AsMemory(_tables[tag].At, _tables[tag].Length);

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int S16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    private static int U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
}
