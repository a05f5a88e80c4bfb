using System.Globalization;

namespace PayPage.Documents.Text;

/// <summary>The directional class of each character.</summary>
/// <remarks>
/// Unicode's own table (DerivedBidiClass) has thousands of rows. Nearly all of them follow from the block, for the scripts that run from right
/// to left, and from the general category, which .NET knows; what does not is listed here. A test compares with Unicode's examples.
/// </remarks>
internal static class BidiClasses
{
    private static readonly Dictionary<int, BidiClass> Single = new (BidiClass Class, int[] Characters)[]
    {
        (BidiClass.B, ['\n', '\r', 0x1C, 0x1D, 0x1E, 0x85, 0x2029]),
        (BidiClass.S, ['\t', 0x0B, 0x1F]),
        (BidiClass.WS, [0x0C, 0x2028]),
        (BidiClass.ES, ['+', '-', 0x207A, 0x207B, 0x208A, 0x208B, 0x2212, 0xFB29, 0xFE62, 0xFE63, 0xFF0B, 0xFF0D]),
        (BidiClass.CS, [',', '.', '/', ':', 0xA0, 0x060C, 0x202F, 0x2044, 0xFE50, 0xFE52, 0xFE55, 0xFF0C, 0xFF0E, 0xFF0F, 0xFF1A]),
        (BidiClass.ET, ['#', '%', 0xB0, 0xB1, 0x066A, 0x0609, 0x060A, 0x2030, 0x2031, 0x2032, 0x2033, 0x2034, 0x212E, 0x2213, 0xFE5F, 0xFE6A, 0xFF03,
            0xFF05]),
        (BidiClass.AN, [0x06DD, 0x08E2, 0x066B, 0x066C]),
        (BidiClass.ON, [
            0x02B9, 0x02BA, 0x02C6, 0x02C7, 0x02C8, 0x02C9, 0x02CA, 0x02CB, 0x02CC, 0x02CD, 0x02CE, 0x02CF, 0x02EC, 0x0374, 0x2E2F,
            0xA67F, 0xA717, 0xA718, 0xA719, 0xA71A, 0xA71B, 0xA71C, 0xA71D, 0xA71E, 0xA71F, 0xA788, 0xFDFD,
            0x0606, 0x0607, 0x060E, 0x060F, 0x06DE, 0x06E9, 0xFD3E, 0xFD3F]),
        (BidiClass.EN, [0xB2, 0xB3, 0xB9]),
        (BidiClass.L, [0x0482, 0x214F, 0xA789, 0xA78A, 0xA92E, 0xAB5B, 0xAA, 0xB5, 0xBA, 0x200E]),
        (BidiClass.R, [0x200F]),
        (BidiClass.AL, [0x061C]),
        (BidiClass.LRE, [0x202A]),
        (BidiClass.RLE, [0x202B]),
        (BidiClass.PDF, [0x202C]),
        (BidiClass.LRO, [0x202D]),
        (BidiClass.RLO, [0x202E]),
        (BidiClass.LRI, [0x2066]),
        (BidiClass.RLI, [0x2067]),
        (BidiClass.FSI, [0x2068]),
        (BidiClass.PDI, [0x2069]),
    }.SelectMany(row => row.Characters, (row, character) => (character, row.Class)).ToDictionary();

    // Blocks of scripts that are written from right to left; letters in them are strong.
    private static readonly (int First, int Last, BidiClass Class)[] Blocks =
    [
        (0x0590, 0x05FF, BidiClass.R), (0x0600, 0x07BF, BidiClass.AL), (0x07C0, 0x085F, BidiClass.R), (0x0860, 0x08FF, BidiClass.AL),
        (0xFB1D, 0xFB4F, BidiClass.R), (0xFB50, 0xFDCF, BidiClass.AL), (0xFDF0, 0xFDFF, BidiClass.AL), (0xFE70, 0xFEFF, BidiClass.AL),
        (0x10800, 0x10CFF, BidiClass.R), (0x10D40, 0x10EBF, BidiClass.R), (0x10F00, 0x10F2F, BidiClass.R), (0x10F30, 0x10F6F, BidiClass.AL),
        (0x10F70, 0x10FFF, BidiClass.R), (0x1E800, 0x1EC6F, BidiClass.R), (0x1EC70, 0x1ECBF, BidiClass.AL), (0x1ED00, 0x1ED4F, BidiClass.AL),
        (0x1EE00, 0x1EEFF, BidiClass.AL), (0x1EF00, 0x1EFFF, BidiClass.R),
    ];

    public static BidiClass Of(int codePoint) => Single.TryGetValue(codePoint, out var known) ? known : ByCategory(codePoint, CategoryOf(codePoint));

    private static UnicodeCategory CategoryOf(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint);

    private static BidiClass ByCategory(int codePoint, UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.NSM,
        UnicodeCategory.Control or UnicodeCategory.Format => FormatClass(codePoint),
        UnicodeCategory.SpaceSeparator => BidiClass.WS,
        UnicodeCategory.CurrencySymbol => Block(codePoint) ?? BidiClass.ET,
        UnicodeCategory.DecimalDigitNumber => Digit(codePoint),
        UnicodeCategory.OtherNumber when codePoint is 0x2070 or (>= 0x2074 and <= 0x2079) or (>= 0x2080 and <= 0x2089) => BidiClass.EN,
        UnicodeCategory.OtherNumber when codePoint is (>= 0x2460 and <= 0x249B) or (>= 0x24EA and <= 0x24FF) or 0x2150 or 0x2151 or 0x2152 => BidiClass.ON,
        UnicodeCategory.OtherNumber when codePoint is (>= 0x2153 and <= 0x215F) or 0x2189 or (>= 0xBC and <= 0xBE) => BidiClass.ON,
        UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.ConnectorPunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.MathSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol => Block(codePoint) ?? BidiClass.ON,
        _ => Block(codePoint) ?? BidiClass.L,
    };

    private static BidiClass FormatClass(int codePoint) => codePoint is >= 0x0600 and <= 0x0605 or 0x0890 or 0x0891 ? BidiClass.AN : BidiClass.BN;

    private static BidiClass Digit(int codePoint) => codePoint switch
    {
        <= '9' or (>= 0x06F0 and <= 0x06F9) or (>= 0xFF10 and <= 0xFF19) or (>= 0x1D7CE and <= 0x1D7FF) or (>= 0x1FBF0 and <= 0x1FBF9) => BidiClass.EN,
        (>= 0x0660 and <= 0x0669) or (>= 0x10D30 and <= 0x10D39) => BidiClass.AN,
        _ => Block(codePoint) ?? BidiClass.L,
    };

    private static BidiClass? Block(int codePoint)
    {
        foreach (var (first, last, kind) in Blocks)
        {
            if (codePoint >= first && codePoint <= last)
            {
                return kind;
            }
        }

        return null;
    }
}
