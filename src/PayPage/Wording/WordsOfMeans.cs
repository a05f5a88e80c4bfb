using System.Diagnostics.CodeAnalysis;
using PayPage.Domain.Payments;

namespace PayPage.Wording;

/// <summary>By what means something was paid. Brands and banks are called the same everywhere; cash, cheques and transfers are not.</summary>
internal static class WordsOfMeans
{
    /// <param name="instrument">As it stands in a payment or a receipt; null where nothing is known.</param>
    [return: NotNullIfNotNull(nameof(instrument))]
    public static string? Instrument(this Words words, string? instrument) => OutsideMeans.Read(instrument) switch
    {
        null => instrument,
        { Number: { } number } outside => words.Say("Paid.Numbered", ("means", words.Name(outside.Kind)), ("number", number)),
        var outside => words.Name(outside.Kind),
    };

    public static string Name(this Words words, OutsideKind kind) => kind switch
    {
        OutsideKind.Cash => words["Paid.Cash"],
        OutsideKind.Cheque => words["Paid.Cheque"],
        OutsideKind.Transfer => words["Paid.Transfer"],
    };
}
