using System.Globalization;
using System.Text;

namespace PayPage.Documents.Pdf;

/// <summary>How values are written in a PDF file (ISO 32000-1, 7.3). Whatever text comes in, what comes out is ASCII and cannot end too early.</summary>
internal static class PdfSyntax
{
    private const int FirstPrintable = 0x20;
    private const int LastPrintable = 0x7E;

    /// <summary>Two decimals at most: a hundredth of a point is a 28th of a hair.</summary>
    public static string Number(double value)
    {
        var text = Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Reference(int number) => $"{Number(number)} 0 R";

    public static string Array(IEnumerable<string> items) => $"[{string.Join(' ', items)}]";

    /// <summary>Words for people: ASCII between parentheses, anything else in hexadecimal UTF-16 with a byte order mark.</summary>
    public static string Text(string text)
    {
        if (text.All(c => (int)c is >= FirstPrintable and <= LastPrintable))
        {
            return Ascii(text);
        }

        return $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";    // a lone surrogate becomes U+FFFD
    }

    /// <summary>For addresses and other ASCII; characters beyond it are left out.</summary>
    public static string Ascii(string text)
    {
        var written = new StringBuilder("(");

        foreach (var c in text.Where(c => (int)c is >= FirstPrintable and <= LastPrintable))
        {
            written.Append(c is '(' or ')' or '\\' ? $"\\{c}" : c.ToString());
        }

        return written.Append(')').ToString();
    }

    /// <summary>ISO 32000-1, 7.9.4, always in UTC.</summary>
    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);
}
