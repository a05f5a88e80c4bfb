namespace PayPage.Pages.Office;

/// <summary>Ids as they stand in addresses and forms: <c>pay_</c> and 32 hexadecimal digits.</summary>
internal static class IdText
{
    /// <returns>False for anything else; <paramref name="id"/> is then of no use.</returns>
    public static bool TryRead(string? text, string prefix, out Guid id)
    {
        id = Guid.Empty;
        return text is not null && text.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParseExact(text.AsSpan(prefix.Length), "N", out id);
    }
}
