namespace PayPage.Documents.Text;

/// <summary>The shapes of Arabic letters, which change with their neighbours (Unicode 9.2; blocks Arabic Presentation Forms-A and -B).</summary>
/// <remarks>Letters that Unicode gives no presentation forms (some of African and Asian languages) are shown unjoined.</remarks>
internal static class ArabicForms
{
    private const int Lam = 0x0644;
    private const int Stretcher = 0x0640;
    private const int AlefMaksura = 0x0649;

    // The letter, its isolated form, and how many forms stand there in a row: isolated, final, and for those that join on, initial and medial.
    private static readonly Dictionary<int, (int First, int Count)> Letters = new (int Letter, int First, int Count)[]
    {
        (0x0621, 0xFE80, 1), (0x0622, 0xFE81, 2), (0x0623, 0xFE83, 2), (0x0624, 0xFE85, 2), (0x0625, 0xFE87, 2), (0x0626, 0xFE89, 4),
        (0x0627, 0xFE8D, 2), (0x0628, 0xFE8F, 4), (0x0629, 0xFE93, 2), (0x062A, 0xFE95, 4), (0x062B, 0xFE99, 4), (0x062C, 0xFE9D, 4),
        (0x062D, 0xFEA1, 4), (0x062E, 0xFEA5, 4), (0x062F, 0xFEA9, 2), (0x0630, 0xFEAB, 2), (0x0631, 0xFEAD, 2), (0x0632, 0xFEAF, 2),
        (0x0633, 0xFEB1, 4), (0x0634, 0xFEB5, 4), (0x0635, 0xFEB9, 4), (0x0636, 0xFEBD, 4), (0x0637, 0xFEC1, 4), (0x0638, 0xFEC5, 4),
        (0x0639, 0xFEC9, 4), (0x063A, 0xFECD, 4), (0x0641, 0xFED1, 4), (0x0642, 0xFED5, 4), (0x0643, 0xFED9, 4), (0x0644, 0xFEDD, 4),
        (0x0645, 0xFEE1, 4), (0x0646, 0xFEE5, 4), (0x0647, 0xFEE9, 4), (0x0648, 0xFEED, 2), (0x0649, 0xFEEF, 4), (0x064A, 0xFEF1, 4),
        (0x0671, 0xFB50, 2), (0x0679, 0xFB66, 4), (0x067A, 0xFB5E, 4), (0x067B, 0xFB52, 4), (0x067E, 0xFB56, 4), (0x067F, 0xFB62, 4),
        (0x0680, 0xFB5A, 4), (0x0683, 0xFB76, 4), (0x0684, 0xFB72, 4), (0x0686, 0xFB7A, 4), (0x0687, 0xFB7E, 4), (0x0688, 0xFB88, 2),
        (0x068C, 0xFB84, 2), (0x068D, 0xFB82, 2), (0x068E, 0xFB86, 2), (0x0691, 0xFB8C, 2), (0x0698, 0xFB8A, 2), (0x06A4, 0xFB6A, 4),
        (0x06A6, 0xFB6E, 4), (0x06A9, 0xFB8E, 4), (0x06AD, 0xFBD3, 4), (0x06AF, 0xFB92, 4), (0x06B1, 0xFB9A, 4), (0x06B3, 0xFB96, 4),
        (0x06BA, 0xFB9E, 2), (0x06BB, 0xFBA0, 4), (0x06BE, 0xFBAA, 4), (0x06C0, 0xFBA4, 2), (0x06C1, 0xFBA6, 4), (0x06C5, 0xFBE0, 2),
        (0x06C6, 0xFBD9, 2), (0x06C7, 0xFBD7, 2), (0x06C8, 0xFBDB, 2), (0x06C9, 0xFBE2, 2), (0x06CB, 0xFBDE, 2), (0x06CC, 0xFBFC, 4),
        (0x06D0, 0xFBE4, 4), (0x06D2, 0xFBAE, 2), (0x06D3, 0xFBB0, 2),
    }.ToDictionary(row => row.Letter, row => (row.First, row.Count));

    // Lam and one of these make one shape, always.
    private static readonly Dictionary<int, int> LamWith = new() { [0x0622] = 0xFEF5, [0x0623] = 0xFEF7, [0x0625] = 0xFEF9, [0x0627] = 0xFEFB };

    /// <param name="before">The letter before it, marks left out; 0 where there is none.</param>
    /// <param name="after">The letter after it.</param>
    /// <returns>The code point of the letter's shape; the letter itself where it has only one.</returns>
    public static int Of(int letter, int before, int after)
    {
        if (!Letters.TryGetValue(letter, out var forms))
        {
            return letter;
        }

        var joinsBack = forms.Count > 1 && JoinsOn(before);
        var joinsOn = forms.Count == 4 && JoinsBack(after);
        var form = (joinsOn ? 2 : 0) + (joinsBack ? 1 : 0);
        return letter == AlefMaksura && joinsOn ? 0xFBE8 + (form - 2) : forms.First + form;
    }

    /// <returns>The one shape of lam and the letter after it; null where they are no such pair.</returns>
    public static int? LamAlef(int lam, int alef, int before) =>
        lam == Lam && LamWith.TryGetValue(alef, out var shape) ? shape + (JoinsOn(before) ? 1 : 0) : null;

    private static bool JoinsOn(int letter) => letter == Stretcher || (Letters.TryGetValue(letter, out var forms) && forms.Count == 4);

    private static bool JoinsBack(int letter) => letter == Stretcher || (Letters.TryGetValue(letter, out var forms) && forms.Count > 1);
}
