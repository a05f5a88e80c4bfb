using System.Text;

namespace PayPage.Domain;

/// <summary>One telephone number in the form in which the whole world dials it (ITU-T E.164).</summary>
/// <remarks>What needs guessing is refused, for a guess wrong by a digit tells a stranger what somebody owes: no national form, no extension, no <c>(0)</c>.</remarks>
public static class PhoneNumber
{
    /// <summary>A plus sign and 15 digits.</summary>
    public const int MaxLength = 16;

    private const int FewestDigits = 8;
    private const int MostDigits = 15;
    private const int LongestText = 40;    // with every digit set apart
    private const string Separators = " -.()\u00A0";

    // ITU-T E.164, list of assigned country codes: +1 and +7 stand alone, these have two digits, all others three.
    private const string TwoDigitCodes = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";

    /// <param name="text">With <c>+</c> or <c>00</c> before the country code. Spaces, hyphens, dots and brackets may stand between digits; Arabic digits count as digits.</param>
    /// <param name="e164">A plus sign and 8 to 15 digits, e.g. <c>+31612345678</c>; empty when there is no number.</param>
    public static bool TryParse(string? text, out string e164)
    {
        e164 = "";

        if (text is null || text.Length > LongestText || Digits(text) is not { } dialled)
        {
            return false;
        }

        var number = dialled.StartsWith('+') ? dialled[1..] : dialled.StartsWith("00", StringComparison.Ordinal) ? dialled[2..] : "";

        if (number.Length is < FewestDigits or > MostDigits || number[0] == '0')
        {
            return false;
        }

        e164 = $"+{number}";
        return true;
    }

    /// <summary>Enough to recognise one's own number, too little to learn another's: <c>+31 ••• ••78</c>.</summary>
    public static string Mask(string e164)
    {
        if (!TryParse(e164, out var number))
        {
            return "•••";
        }

        var code = number[1] is '1' or '7' ? 1 : TwoDigitCodes.Contains(number[1..3], StringComparison.Ordinal) ? 2 : 3;
        return $"{number[..(code + 1)]} ••• ••{number[^2..]}";
    }

    /// <returns>Digits of ASCII after at most one plus sign that comes first; null where anything else stands among them.</returns>
    private static string? Digits(string text)
    {
        var dialled = new StringBuilder(text.Length);

        foreach (var c in text)
        {
            if (Digit(c) is { } digit)
            {
                dialled.Append(digit);
            }
            else if (c == '+' && dialled.Length == 0)
            {
                dialled.Append(c);
            }
            else if (!Separators.Contains(c, StringComparison.Ordinal))
            {
                return null;
            }
        }

        // "+44 (0)20": the zero is dialled at home only. Some drop it, some forget to write the brackets: nobody knows.
        return text.Replace(" ", "", StringComparison.Ordinal).Contains("(0)", StringComparison.Ordinal) ? null : dialled.ToString();
    }

    private static int? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '\u0660' and <= '\u0669' => c - '\u0660',    // Arabic-Indic
        >= '\u06F0' and <= '\u06F9' => c - '\u06F0',    // extended Arabic-Indic: Persian, Urdu
        _ => null,
    };
}
