using System.Globalization;
using System.Text;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Sms;

/// <summary>One letter that is not in the telephones' own alphabet makes the whole message a Unicode one, of 70 letters instead of 160.</summary>
internal static class GsmLetters
{
    /// <summary>Latin letters without the marks that would cost a message more (março: marco), and plain for typographic quotes, dashes and spaces.</summary>
    /// <remarks>Where a letter of another script is in it anyway, nothing is won, and it stays as it is.</remarks>
    public static string Nearest(string text)
    {
        var nearest = string.Concat(text.Select(Nearest));
        return SmsSegments.Of(nearest).Encoding == SmsEncoding.Gsm7 ? nearest : text;
    }

    private static string Nearest(char letter) => letter switch
    {
        '\u00a0' or '\u202f' or '\u2009' => " ",
        '\u2018' or '\u2019' or '\u2032' => "'",
        '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' => "\"",
        '\u2013' or '\u2014' or '\u2212' => "-",
        '\u2026' => "..",
        _ when char.IsAscii(letter) || char.IsSurrogate(letter) || SmsSegments.Of(letter.ToString()).Encoding == SmsEncoding.Gsm7 => letter.ToString(),
        _ => WithoutMarks(letter.ToString()),
    };

    private static string WithoutMarks(string letter) => string.Concat(
        letter.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
