using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PayPage.Documents.Fonts;

namespace PayPage.Documents.Pdf;

/// <summary>The fonts of one document. Each is embedded with its used glyphs alone, and with a map that leads from glyphs back to letters.</summary>
internal sealed class PdfFonts
{
    private const int Symbolic = 4;    // no standard character set: glyphs are named by number
    private const int TagLength = 6;
    private const int MapsPerBlock = 100;
    private const int BoldStem = 140;
    private const int RegularStem = 80;

    private readonly List<FontSubset> _subsets = [];

    /// <summary>The font's name in page content, and the subset to take glyphs from.</summary>
    public (string Name, FontSubset Subset) Use(TrueTypeFile font)
    {
        var at = _subsets.FindIndex(subset => subset.Font == font);

        if (at < 0)
        {
            at = _subsets.Count;
            _subsets.Add(new FontSubset(font));
        }

        return (Name(at), _subsets[at]);
    }

    /// <returns>The dictionary of all fonts by name.</returns>
    public string WriteTo(PdfFile file) => $"<<{string.Concat(_subsets.Select((subset, i) => $"/{Name(i)} {PdfSyntax.Reference(Write(subset, file))}"))}>>";

    private static string Name(int at) => $"F{PdfSyntax.Number(at + 1)}";

    /// <summary>ISO 32000-1, 9.7: a composite font whose character codes are the subset's glyph numbers.</summary>
    private static int Write(FontSubset subset, PdfFile file)
    {
        var program = subset.ToFile();
        var name = $"{SubsetTag(program)}+{subset.Font.Name}";
        var programNumber = file.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {program.Length}"), program);
        var descriptor = file.Add(Descriptor(subset.Font, name, programNumber));
        var widths = string.Join(' ', Enumerable.Range(0, subset.Count).Select(i => PdfSyntax.Number(Thousandths(subset.Font, subset.AdvanceOf(i)))));
        var glyphs = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/CIDToGIDMap/Identity/DW 0/W[0[{widths}]]/FontDescriptor {PdfSyntax.Reference(descriptor)}>>");
        var map = file.AddStream("", Encoding.ASCII.GetBytes(LetterMap(subset)));
        return file.Add(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            + $"/DescendantFonts[{PdfSyntax.Reference(glyphs)}]/ToUnicode {PdfSyntax.Reference(map)}>>");
    }

    private static string Descriptor(TrueTypeFile font, string name, int program)
    {
        var box = new[] { font.Box.Left, font.Box.Bottom, font.Box.Right, font.Box.Top }.Select(edge => PdfSyntax.Number(Thousandths(font, edge)));
        var stem = font.Name.EndsWith("Bold", StringComparison.Ordinal) ? BoldStem : RegularStem;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName/{name}/Flags {Symbolic}/FontBBox{PdfSyntax.Array(box)}/ItalicAngle 0/Ascent {Thousandths(font, font.Ascent)}"
            + $"/Descent {Thousandths(font, font.Descent)}/CapHeight {Thousandths(font, font.CapHeight)}/StemV {stem}/FontFile2 {PdfSyntax.Reference(program)}>>");
    }

    /// <summary>Six capital letters that differ where the glyphs do (ISO 32000-1, 9.6.4).</summary>
    private static string SubsetTag(byte[] program) => string.Concat(SHA256.HashData(program).Take(TagLength).Select(b => (char)('A' + (b % 26))));

    /// <summary>The ToUnicode map (ISO 32000-1, 9.10.3).</summary>
    private static string LetterMap(FontSubset subset)
    {
        var map = new StringBuilder(
            """
            /CIDInit/ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """);

        foreach (var block in Enumerable.Range(1, subset.Count - 1).Where(i => subset.TextOf(i).Length > 0).Chunk(MapsPerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");

            foreach (var number in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(subset.TextOf(number)))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }

    private static int Thousandths(TrueTypeFile font, int units) => (int)Math.Round(units * 1000.0 / font.UnitsPerEm);
}
