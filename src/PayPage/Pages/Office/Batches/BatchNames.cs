using PayPage.Domain;
using PayPage.Domain.Batches;

namespace PayPage.Pages.Office.Batches;

/// <summary>What files are called: by their senders, and by the merchant.</summary>
internal static class BatchNames
{
    public const string ReferenceAdvice = "Write at most 40 letters without accents, digits, and - _ . / as its name, or leave it empty.";

    private const string Unnamed = "invoices.csv";

    /// <summary>Browsers say what they like: never a path, nothing invisible, not too long.</summary>
    public static string FileName(string? said)
    {
        var name = FreeText.Clean((said ?? "").Split('/', '\\')[^1]);
        return name.Length == 0 ? Unnamed : name.Length <= Batch.FileNameLength ? name : name[..Batch.FileNameLength];
    }

    /// <param name="reference">Null where none was given.</param>
    /// <returns>False where it cannot be one.</returns>
    public static bool TryReadReference(string? text, out string? reference)
    {
        reference = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return reference is null || BatchReference.IsOne(reference);
    }
}
