namespace PayPage.Pages.Office;

/// <summary>Ids in forms and addresses: <c>lnk_</c> and 32 hexadecimal digits.</summary>
internal static class PrefixedId
{
    /// <returns>Null where it is none of these.</returns>
    public static Guid? Read(string prefix, string? text) =>
        text?.StartsWith(prefix, StringComparison.Ordinal) == true && Guid.TryParseExact(text.AsSpan(prefix.Length), "N", out var id) ? id : null;
}
