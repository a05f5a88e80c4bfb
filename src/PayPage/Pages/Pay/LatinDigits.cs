namespace PayPage.Pages.Pay;

internal static class LatinDigits
{
    /// <summary>Arabic and Persian keyboards write their own digits and decimal mark; everything else stays, to be judged.</summary>
    public static string? Of(string? typed) => typed is null ? null : string.Concat(typed.Select(c => c switch
    {
        >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
        '\u066B' => '.',
        _ => c,
    }));
}
