using System.Globalization;
using System.Text;

namespace PayPage.Domain;

/// <summary>Text as it is looked for: what is typed without capitals and accents finds what was written with them.</summary>
/// <remarks>Both databases compare it letter by letter, so they find and order alike; left to themselves one knows capitals of ASCII only.</remarks>
public static class FoldedText
{
    /// <returns>Small letters, without accents, cleaned as <see cref="FreeText.Clean"/> does: one line.</returns>
    public static string Of(string text)
    {
        var bare = new StringBuilder(text.Length);

        foreach (var rune in FreeText.Clean(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(rune);
            }
        }

        return bare.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormC);
    }
}
