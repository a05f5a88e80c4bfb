using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>What makes a row the same as another: its invoice's number where it has one, else all that its invoice says, however the file wrote it.</summary>
public static class RowKey
{
    private const string ByNumber = "n:";
    private const string ByWords = "w:";
    private const string ByLine = "l:";

    /// <summary>As long as nobody has judged it.</summary>
    /// <param name="number">Of its invoice; blank: it has none, and its key is its own.</param>
    /// <returns>At most <see cref="BatchRow.KeyLength"/> characters.</returns>
    public static string Of(string number, int line)
    {
        var trimmed = number.Trim();

        return trimmed.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{ByLine}{line}")
            : trimmed.Length <= BatchRow.KeyLength - ByNumber.Length && FreeText.IsText(trimmed) && trimmed.IsNormalized() ? ByNumber + trimmed
            : ByNumber + Hash(trimmed);
    }

    /// <summary>Of an invoice that is good. The same invoice gives the same key out of any file: with other columns, another delimiter, another way to write figures.</summary>
    public static string Of(NewInvoice wanted) =>
        wanted.Number is { } number ? OfNumber(number) : ByWords + Hash(JsonSerializer.Serialize(ProposalWriter.Write(wanted), JsonSerializerOptions.Default));

    /// <param name="number">In normal form.</param>
    public static string OfNumber(string number) => ByNumber + number;

    /// <summary>For invoices without a number of their own: the same row in another file makes no second one.</summary>
    /// <returns>Null for rows that have a number, which protects itself.</returns>
    public static string? CreationKey(string key) => key.StartsWith(ByWords, StringComparison.Ordinal) ? $"row:{key[ByWords.Length..]}" : null;

    private static string Hash(string text) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
