using System.Security.Cryptography;
using System.Text;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>What makes a row the same as another: its invoice's number where it has one, else everything it says.</summary>
public static class RowKey
{
    private const string ByNumber = "n:";
    private const string ByWords = "w:";
    private const char Between = '\u001F';

    /// <param name="number">Of its invoice; blank: it has none.</param>
    /// <param name="cells">All of the row.</param>
    /// <returns>At most <see cref="BatchRow.KeyLength"/> characters.</returns>
    public static string Of(string number, IEnumerable<string> cells)
    {
        var trimmed = number.Trim();

        return trimmed.Length == 0 ? ByWords + Hash(string.Join(Between, cells.Select(cell => cell.Trim())))
            : trimmed.Length <= BatchRow.KeyLength - ByNumber.Length && FreeText.IsText(trimmed) && trimmed.IsNormalized() ? ByNumber + trimmed
            : ByNumber + Hash(trimmed);
    }

    /// <summary>For invoices without a number of their own: the same row in another file makes no second one.</summary>
    /// <returns>Null for rows that have a number, which protects itself.</returns>
    public static string? CreationKey(string key) => key.StartsWith(ByWords, StringComparison.Ordinal) ? $"row:{key[ByWords.Length..]}" : null;

    private static string Hash(string text) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
