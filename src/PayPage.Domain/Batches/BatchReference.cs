namespace PayPage.Domain.Batches;

/// <summary>The merchant's own name for a file: what may be one.</summary>
public static class BatchReference
{
    private const string Marks = "-_./";

    /// <returns>Whether it has 1 to 40 ASCII letters, digits and <c>- _ . /</c>, a letter or digit among them.</returns>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= Batch.ReferenceLength
        && text.All(c => char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal))
        && text.Any(char.IsAsciiLetterOrDigit);
}
