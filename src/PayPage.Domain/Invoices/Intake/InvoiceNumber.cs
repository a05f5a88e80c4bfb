using System.Text;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>The spelling of an invoice number: what may be one, and the one form in which it is kept and looked up.</summary>
public static class InvoiceNumber
{
    private const string Marks = " -_./#:+";

    /// <param name="number">In normal form C and without spaces around it; empty where this is false.</param>
    /// <returns>False unless it has 1 to 26 letters, ASCII digits, spaces and <c>-_./#:+</c>, a letter or digit among them.</returns>
    public static bool TryRead(string? text, out string number)
    {
        number = "";

        // Much longer texts are not worth normalizing: no form C is that much shorter than what it came from.
        if (text is null || text.Length > Invoice.NumberLength * 4 || !IsText(text))
        {
            return false;
        }

        var form = text.Trim().Normalize(NormalizationForm.FormC);

        // Without a letter or digit it could be "." or "..", which addresses swallow.
        if (form.Length > Invoice.NumberLength || !form.Any(IsLetterOrDigit) || !form.All(MayStandInIt))
        {
            return false;
        }

        number = form;
        return true;
    }

    private static bool MayStandInIt(char c) => IsLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal);

    private static bool IsLetterOrDigit(char c) => char.IsLetter(c) || char.IsAsciiDigit(c);

    /// <summary>Half a surrogate pair is no text, nor is a noncharacter: neither can be normalized.</summary>
    private static bool IsText(string text) => !text.Any(c => char.IsSurrogate(c) || c >= '\uFFFE' || c is >= '\uFDD0' and <= '\uFDEF');
}
