using System.Text;
using PayPage.Domain;

namespace PayPage.SignIn.Passwords;

/// <summary>Which passwords are taken: long ones that nobody guesses first. No rule says which kinds of characters must be in them (NIST SP 800-63B-4 3.1.1.2).</summary>
internal static class PasswordRules
{
    public const int ShortestLength = 12;

    /// <summary>Longer than any person's, short enough that hashing one is no work to speak of.</summary>
    public const int LongestLength = 128;

    // A name of three letters is in too many honest passwords.
    private const int ShortestOwnWord = 4;

    // Figures and marks beside a common word make it no better: "sunshine2026!" is "sunshine". A longer number is a secret of its own.
    private const int MostPadding = 8;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "12345678901234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "qwertzuiop", "azertyuiop",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "q1w2e3r4t5y6u7i8o9p0", "1q2w3e4r5t6y7u8i9o0p",
    ];

    /// <param name="own">The person's name and address: words of them are guessed first.</param>
    /// <returns>What is wrong, for the person; null when it may be used.</returns>
    public static string? Objection(string? password, params ReadOnlySpan<string?> own)
    {
        if (password is null || password.EnumerateRunes().Count() < ShortestLength)
        {
            return $"Use at least {ShortestLength} characters. A few words in a row are easy to remember.";
        }

        if (password.Length > LongestLength)
        {
            return $"Use at most {LongestLength} characters.";
        }

        if (!FreeText.IsText(password))
        {
            return "Something in this password is no character that a keyboard writes. Type it anew.";
        }

        var plain = password.ToUpperInvariant().Normalize(NormalizationForm.FormKC);

        if (OwnWords(own).Any(word => plain.Contains(word, StringComparison.Ordinal)))
        {
            return "Choose a password without your name or e-mail address in it.";
        }

        return IsRepeated(plain) || IsRun(plain) || IsCommon(plain) ? "This password is among those that are guessed first. Choose another one." : null;
    }

    private static List<string> OwnWords(ReadOnlySpan<string?> own)
    {
        var words = new List<string> { "PAYPAGE" };

        foreach (var text in own)
        {
            words.AddRange((text ?? "").ToUpperInvariant().Split([' ', '.', '@', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Length >= ShortestOwnWord));
        }

        return words;
    }

    /// <summary>A part written again and again: <c>abcabcabcabc</c>, <c>passwordpassword</c>.</summary>
    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, text.Length / 2).Any(length => Enumerable.Range(0, text.Length).All(i => text[i] == text[i % length]));

    /// <summary>Keys or letters as they lie beside each other, forwards or backwards, and nothing else.</summary>
    private static bool IsRun(string text) => Rows.Select(row => row.ToUpperInvariant()).Any(row =>
        Holds(row + row, text) || Holds(Reversed(row) + Reversed(row), text));

    private static bool Holds(string row, string text) => row.Contains(text, StringComparison.Ordinal);

    private static string Reversed(string text) => string.Concat(text.Reverse());

    /// <summary>One or two words that everybody takes, with figures and marks around them or in place of letters.</summary>
    private static bool IsCommon(string text)
    {
        string[] cores = [string.Concat(text.Where(char.IsLetter)), Unmasked(text.Trim([.. text.Where(c => !char.IsLetter(c))]))];
        return cores.Any(core => text.Length - core.Length <= MostPadding && IsMadeOfWords(core));
    }

    private static bool IsMadeOfWords(string text) => CommonPasswords.Words.Contains(text)
        || Enumerable.Range(0, text.Length).Any(i => CommonPasswords.Words.Contains(text[..i]) && CommonPasswords.Words.Contains(text[i..]));

    /// <summary>Marks that stand for letters, as <c>p@ssw0rd</c> has them.</summary>
    private static string Unmasked(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'O',
        '1' or '!' => 'I',
        '3' => 'E',
        '4' or '@' => 'A',
        '5' or '$' => 'S',
        '7' => 'T',
        '8' => 'B',
        _ => c,
    }));
}
