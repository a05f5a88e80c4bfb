using System.Globalization;
using System.Text;

namespace PayPage.Domain;

/// <summary>Words that people type and others will read: what must not be in them.</summary>
public static class FreeText
{
    private const int ShortestCard = 13;
    private const int LongestCard = 19;

    // Hebrew with cantillation stacks four, Tibetan five. More is not writing: it climbs over the lines above.
    private const int MostMarks = 5;

    /// <summary>Normal form C, without the invisible characters that reverse or hide text, without control characters, and with few marks on one letter.</summary>
    /// <param name="text">Line breaks stay where <paramref name="lines"/> says so; they become spaces elsewhere.</param>
    /// <param name="lines">Whether the text may have several lines.</param>
    public static string Clean(string text, bool lines = false)
    {
        var clean = new StringBuilder(text.Length);
        var marks = 0;

        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;

            if (rune.Value == '\n' || rune.Value == '\t')
            {
                clean.Append(lines && rune.Value == '\n' ? '\n' : ' ');
            }
            else if (marks <= MostMarks && !IsNoncharacter(rune) && category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Whether all of it is characters: code points that never stand for any, and halves of pairs, cannot be normalized.</summary>
    public static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || IsNoncharacter(rune))
            {
                return false;
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }

    /// <summary>Whether a card number seems to stand in it (ISO/IEC 7812: 13 to 19 digits that pass the Luhn check).</summary>
    /// <remarks>Only numbers that begin with 2 to 6, as payment cards do. Spaces and hyphens between digits do not hide one.</remarks>
    public static bool HoldsACardNumber(string text)
    {
        var groups = new List<string>();
        var group = new StringBuilder();

        foreach (var c in text + "\0")
        {
            if (char.IsAsciiDigit(c))
            {
                group.Append(c);
                continue;
            }

            if (group.Length > 0)
            {
                groups.Add(group.ToString());
                group.Clear();
            }

            if (c is not (' ' or '-'))
            {
                if (AnyRunOf(groups))
                {
                    return true;
                }

                groups.Clear();
            }
        }

        return false;
    }

    /// <summary>Whether an unbroken run of 13 to 19 digits in it is a card number, Luhn check and issuer and all.</summary>
    /// <remarks>Issuers by their first digits (ISO/IEC 7812): Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro.</remarks>
    public static bool HoldsAnIssuedCardNumber(string text) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(run => IsCardNumber(run) && IsIssued(run));

    private static bool IsIssued(string digits)
    {
        var (one, two, four) = (digits[0], int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(digits.AsSpan(0, 4), CultureInfo.InvariantCulture));
        return one is '4' or '6' || two is (>= 50 and <= 58) or 34 or 36 or 37 or 38 or 39 || four is (>= 2221 and <= 2720) or (>= 3000 and <= 3059) or (>= 3528 and <= 3589);
    }

    /// <summary>Whether any groups in a row make a card number: an expiry date may stand right behind it.</summary>
    private static bool AnyRunOf(List<string> groups) => Enumerable.Range(0, groups.Count).Any(first =>
    {
        var digits = "";

        for (var i = first; i < groups.Count && digits.Length <= LongestCard; i++)
        {
            digits += groups[i];

            if (IsCardNumber(digits))
            {
                return true;
            }
        }

        return false;
    });

    /// <summary>Code points that never stand for anything (Unicode 23.7), and that cannot be normalized.</summary>
    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsCardNumber(string digits) =>
        digits.Length is >= ShortestCard and <= LongestCard && digits[0] is >= '2' and <= '6' && PassesLuhn(digits);

    private static bool PassesLuhn(string digits) => digits.Reverse().Select((c, i) =>
    {
        var digit = c - '0';
        return i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
    }).Sum() % 10 == 0;
}
