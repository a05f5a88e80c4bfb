namespace PayPage.Domain;

/// <summary>Reads ids as they are written.</summary>
internal static class IdText
{
    /// <param name="text">The prefix and 32 hexadecimal digits; nothing else.</param>
    public static bool TryRead(string? text, string prefix, out Guid value)
    {
        value = Guid.Empty;
        return text?.StartsWith(prefix, StringComparison.Ordinal) == true && Guid.TryParseExact(text.AsSpan(prefix.Length), "N", out value);
    }
}
