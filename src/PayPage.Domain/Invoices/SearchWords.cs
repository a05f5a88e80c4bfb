namespace PayPage.Domain.Invoices;

/// <summary>The words by which an invoice is found, and the name by which it is ordered, as they lie in the index.</summary>
public static class SearchWords
{
    /// <summary>Characters: number, currency, name, company, e-mail and the spaces between them, all at their longest.</summary>
    public const int Length = 460;

    /// <summary>Names that are alike in so many characters are ordered by when their invoices came.</summary>
    public const int SortNameLength = 60;

    /// <summary>Not a letter that anybody has: an invoice without any name comes last.</summary>
    private const string NoName = "\uFFFD";

    /// <param name="invoice">Its number, currency and customer count; nothing else does.</param>
    public static string Of(Invoice invoice) => Cut(
        FoldedText.Of(string.Join(' ', new[] { invoice.Number, invoice.Currency.Code, invoice.BillTo.Name, invoice.BillTo.CompanyName, invoice.BillTo.Email }.OfType<string>())),
        Length);

    /// <summary>What the list shows as the customer: the name, else the company, else the address.</summary>
    public static string? CustomerOf(BillTo to) => to.Name ?? to.CompanyName ?? to.Email;

    public static string SortNameOf(BillTo to) => CustomerOf(to) is { } shown ? Cut(FoldedText.Of(shown), SortNameLength) : NoName;

    /// <summary>Not in the middle of a character that takes two.</summary>
    private static string Cut(string text, int length) => text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];
}
