using PayPage.Domain;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>What somebody typed to find invoices by. Anything may be in it: it is only ever compared.</summary>
/// <param name="Whole">As it was read, for amounts with spaces between their thousands; never empty.</param>
/// <param name="Words">Each must be found: in number, currency, name, company or address, or as the total.</param>
internal sealed record SearchText(string Whole, IReadOnlyList<string> Words)
{
    /// <summary>Characters; what is longer is cut. No name or address that people look for is.</summary>
    public const int Longest = 100;

    private const int MostWords = 8;

    /// <returns>Null where nothing is left to look for.</returns>
    public static SearchText? Read(string? typed)
    {
        var whole = FoldedText.Of(typed is { Length: > Longest } ? typed[..Longest] : typed ?? "");
        var words = whole.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostWords).ToList();
        return words.Count == 0 ? null : new SearchText(whole, words);
    }
}
